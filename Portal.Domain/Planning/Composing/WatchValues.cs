using System.Globalization;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Composing;

/// <summary>What the modules that watch and keep are told: monitoring, backup, cost. Names of what they watch come from the stacks that make it.</summary>
internal static class WatchValues
{
    /// <summary>Share of a database class' connections and memory at which people hear of it.</summary>
    private const decimal ConnectionsShare = 0.8m;
    private const decimal FreeShare = 0.1m;
    private const decimal BytesPerGib = 1024m * 1024 * 1024;

    /// <summary>A minute with more than one answer in a thousand with a status from 500 at mean load is too many; never fewer than the module's own five.</summary>
    private const decimal ErrorShare = 0.001m;
    private const decimal LeastErrors = 5;

    /// <summary>A firewall always refuses a little; a minute with a tenth of what users ask at mean load is an attack, or a rule that hits users.</summary>
    private const decimal BlockedShare = 0.1m;
    private const decimal LeastBlocked = 100;

    public static void Add(PlanningInput input, Design design, string region, Action<string, StackParameter> set)
    {
        void Say(string name, decimal value) => set(name, new StackParameter.Text(value.ToString("0.##", CultureInfo.InvariantCulture)));
        void Text(string name, string value) => set(name, new StackParameter.Text(value));

        var site = design.Reach.Sites.FirstOrDefault(each => each.Region == region);
        Say("cost.MonthlyAmount", input.Sheet.Budget.MonthlyUsd.Usd);
        Say("monitoring-global.BlockedPerMinute", Blocked(input.Workload.MeanRps));
        if (site is { IsLive: true })
        {
            Fleet(input, design, region, Say, Text);
        }

        if (design.Relational is { } relational && site is not null)
        {
            Database(input, relational, site, Say, Text);
        }

        if (input.Sheet.Data.Cache is { } cache)
        {
            Text("monitoring-data.CacheEngine", Wire.Name(cache.Engine));
        }

        if (site is { IsFirst: true } && BackupPolicy.Of(input, design.Reach) is { } policy)
        {
            Say("backup.DailyHour", QuietHours.Of(input.Facts.Regions[region]).DailyHour);
            Say("backup.CopyHours", policy.CopyHours);
            Say("backup.RetentionDays", policy.RetentionDays);
            Say("backup.FrequentRetentionDays", BackupPolicy.FrequentRetentionDays);
            Text("backup.RestoreTests", policy.TestsRestores ? "monthly" : "none");
            if (policy.CopiesTo is { } other)
            {
                // To backup, which copies there, and to monitoring, which hears of copies that fail.
                set("CopyVaultArn", new StackParameter.FromStack(input.Names.Of(other.Region, Modules.VaultCopy), "CopyVaultArn"));
            }
        }
    }

    /// <summary>A fleet in one zone is watched there only, though the network names two.</summary>
    private static void Fleet(PlanningInput input, Design design, string region, Action<string, decimal> say, Action<string, string> text)
    {
        var fleet = design.Fleet.Fleets.First(each => each.Site.Region == region);
        if (design.Topology.Zones < 2)
        {
            text("monitoring.ZoneB", "");
        }

        // A fleet that always runs all it may would ring for ever; 0 asks for no such alarm.
        say("monitoring.MaxSize", fleet.HasHeadroom(input.Sheet.Traffic.Pattern) ? fleet.Max : 0);
        var waits = AlarmCosts.WaitsForTakeover(fleet.Site, design.Reach);
        text("monitoring.WaitsForTakeover", waits ? "true" : "false");
        say("monitoring.MinHealthyHosts", Math.Max(1, waits ? fleet.Whole.NeededAtMean : Math.Min(fleet.Min, fleet.Ordinary.NeededAtMean)));
        say("monitoring.ErrorsPerMinute", Math.Max(LeastErrors, Math.Ceiling(input.Workload.Part(fleet.Site.Share).MeanRps * 60 * ErrorShare)));
        say("monitoring.BlockedPerMinute", Blocked(input.Workload.Part(fleet.Site.Share).MeanRps));
    }

    private static decimal Blocked(decimal meanRps) => Math.Max(LeastBlocked, Math.Ceiling(meanRps * 60 * BlockedShare));

    private static void Database(PlanningInput input, RelationalOption option, Site site, Action<string, decimal> say, Action<string, string> text)
    {
        var size = new Sizing.DatabaseSize(option.Database, input.Workload, input.Facts);

        // What a lost region may take with it is asked of the copy elsewhere, which takes over. Readers of the first region answer users every day, and keep to the module's seconds.
        if (!site.IsFirst && input.Sheet.Recovery.Region?.Rpo is { TotalSeconds: >= 1 } asked)
        {
            say("monitoring-data.ReplicaLagSeconds", (decimal)asked.TotalSeconds);
        }

        text("monitoring-data.ReplicaRole", site.IsFirst ? "reader" : "copy");
        text("monitoring-data.ClusterRole", site.IsFirst ? "writer" : "copy");
        say("monitoring-data.ClusterReaders", site.IsFirst ? option.Instances - 1 : 0);
        var offers = input.Facts.Databases.Where(offers => offers.Key.Region == input.Region).SelectMany(offers => offers.Value);
        if (offers.FirstOrDefault(offer => offer.Class.Name == option.InstanceClass)?.Class is { } known)
        {
            say("monitoring-data.MaxConnections", Math.Floor(ConnectionsShare * size.MaxConnections(known)));
            say("monitoring-data.FreeMemoryBytes", Math.Floor(FreeShare * known.MemoryGib * BytesPerGib));
        }

        if (option.StorageGb is { } storage)
        {
            say("monitoring-data.FreeStorageBytes", Math.Floor(FreeShare * storage * BytesPerGib));
        }
    }
}
