using System.Globalization;
using System.Net;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Composing;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Resilience;

namespace Portal.Domain.Planning.Cautions;

/// <summary>Risks that stay, each named by the field it belongs to.</summary>
internal static class AllWarnings
{
    /// <summary>Percent; who asks for less most likely wrote a fraction.</summary>
    private const decimal LeastSensibleSla = 50;

    /// <summary>vCPU of the usual families that an account may run in a region before it asks for more (quota L-1216C47A): https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-quotas.html</summary>
    private const int FirstVcpu = 5;

    /// <summary>AWS raises the quota of whoever runs something by itself, so that a small fleet is no news; from so many vCPU on people ask before.</summary>
    private const int LargeVcpu = 100;

    public static IReadOnlyList<PlanWarning> Of(PlanningInput input, Design design, VpcAddresses addresses) =>
        [.. All(input, design, addresses).Where(warning => warning.Applies).Select(warning => new PlanWarning(warning.Path, warning.Text))];

    private static IEnumerable<(bool Applies, string Path, string Text)> All(PlanningInput input, Design design, VpcAddresses addresses) =>
        [.. Entry(input.Sheet), .. Lifetime(input), .. Audience(input, design), .. FrontWarnings.Of(input, design), .. Ground(input, design, addresses.First), .. Load(input, design), .. Quota(design), .. Commitment(input, design), .. Standby(input, design), .. LossWarnings.Of(input, design), .. RegionWarnings.Of(input, design), .. RelationalWarnings.Of(input, design), .. DataWarnings.Of(input, design), .. OfficeHoursWarnings.Of(input, design), .. Prices(design)];

    private static IEnumerable<(bool, string, string)> Entry(RequestSheet sheet)
    {
        var isPublic = sheet.Traffic.Exposure == Exposure.Public;
        yield return (sheet.Availability.SlaPercent < LeastSensibleSla, SheetPaths.Sla, string.Create(CultureInfo.InvariantCulture, $"{sheet.Availability.SlaPercent} % is asked for, which anything meets: 99.9 % is written 99.9, and not 0.999."));
        yield return (sheet.Dns is not { Certificate: not null } and not { Domain: not null }, SheetPaths.Certificate, "There is no certificate, so the load balancer serves plain HTTP: for development only.");
        yield return (!isPublic, SheetPaths.Exposure, $"Clients are expected from {ClientNetwork.Of(sheet)}; connecting the VPC to their network (VPN, transit gateway) is not part of this plan.");
        yield return (!sheet.Application.Stateless && sheet.Data.Cache is null, "application.stateless", "Sessions live on instances: a client keeps its instance by a cookie and loses its session with it, and load spreads less evenly.");
    }

    private static IEnumerable<(bool, string, string)> Lifetime(PlanningInput input)
    {
        var sheet = input.Sheet;
        yield return (sheet.Metadata.Stage == Stage.Development && input.Policy.OutlivesStacks, SheetPaths.Compliance, "A programme asks that data, keys and logs outlive their stacks: what is left when this environment is destroyed costs on until somebody deletes it.");
        yield return (sheet.Lifetime.ExpiresOn is not null, "lifetime.expiresOn", $"Nobody takes it down on {sheet.Lifetime.ExpiresOn:yyyy-MM-dd} by itself yet: destroy it by hand.");
    }

    /// <summary>The sheet names no address, and a topic without a subscriber tells nobody.</summary>
    private static IEnumerable<(bool, string, string)> Audience(PlanningInput input, Design design)
    {
        var local = string.Join(", ", design.Reach.Live.Select(site => input.Names.Of(site.Region, Modules.Foundation)));
        var global = input.Names.Of(Site.Global.Region, Modules.MonitoringGlobal);
        yield return (design.Ground.IsObserved, "metadata.team", $"Nobody hears alarms and budget yet: once it stands, subscribe people of {input.Sheet.Metadata.Team} to the topics TopicArn of {local}{Accelerated(input, design)} and GlobalTopicArn of {global}.");
        yield return (!design.Ground.IsObserved, SheetPaths.BudgetLimit, $"Nobody hears of the budget: without alarms there is no topic for it. Look at it in AWS Budgets, or add a mail address to the one that {input.Names.Of(Site.Global.Region, Modules.Cost)} makes.");
    }

    /// <summary>The topic of the accelerator's alarm, where no other of its region carries it.</summary>
    private static string Accelerated(PlanningInput input, Design design) =>
        FrontModules.HasAccelerator(design) && !AlarmCosts.HasTopic(Site.Accelerators, design.Reach)
            ? $", AcceleratorTopicArn of {input.Names.Of(Site.Accelerators.Region, Modules.MonitoringAccelerator)}" : "";

    private static IEnumerable<(bool, string, string)> Ground(PlanningInput input, Design design, IPNetwork vpc)
    {
        var topology = design.Topology;
        yield return (topology.Zones == 1, SheetPaths.ZoneLoss, $"{InOneZone(design)} stand in one zone{(design.Reach.TakesOver ? " of its region: with it the service is lost until another region takes over, or" : ": with it the service is lost until")} they are rebuilt in another.");
        yield return (topology.Zones == 1 && (design.Relational is { Service: RelationalService.Rds, MultiAz: false } || design.Cache is { Nodes: 1 }), SheetPaths.ZoneLoss, "RDS and ElastiCache choose the zone of what they keep, since one that a plan names could never change. It may be another than the servers': then the loss of either stops the service.");
        yield return (topology is { Zones: > 1, Nat: NatLayout.Shared }, SheetPaths.ZoneLoss, "One NAT gateway serves all zones: with its zone the application's way out to the internet is lost until a route is changed; requests of users go on.");
        var unpriced = SecondRegions.Unpriced(input.Sheet, input.Facts);
        yield return (unpriced.Count > 0, SheetPaths.SecondaryRegions, $"The price book cannot price a second region in {string.Join(", ", unpriced)}, so none was considered there.");
        var (tagged, costCenter) = (TagText.Of(input.Sheet.Metadata.CostCenter), input.Sheet.Metadata.CostCenter);
        yield return (tagged != costCenter, "metadata.costCenter", $"AWS tags take letters, digits, blanks and _ . : / = + - @ only: what is deployed is tagged \"{tagged}\".");
        var elsewhere = design.Reach.Live.Skip(1).Select(site => site.Region).ToList();
        yield return (elsewhere.Count > 0 && ImageRepository.IsOf(input.Sheet.Application.Software.Image, input.Region), "application.software.image", $"Servers in {string.Join(", ", elsewhere)} fetch the image from the registry of their own region, since that of {input.Region} may be lost: switch ECR replication to it on before the deployment, or they do not start.");
        yield return (!AddressPool.Contains(input.Sheet.Network.CidrPool, vpc), "network.cidrPool", $"The VPC {vpc} lies outside the pool {input.Sheet.Network.CidrPool}.");
        var inUse = input.Sheet.Network.Reserved.Where(block => AddressPool.Contains(block, vpc)).Select(block => block.ToString()).FirstOrDefault();
        yield return (inUse is not null && input.Sheet.Network.CidrPool == Network.PlatformPool, "network.reserved", $"The VPC {vpc} lies in the platform's pool {Network.PlatformPool} and in {inUse}, which the sheet says is in use elsewhere. That is right only where the platform's pool was carved out of it; else name network.cidrPool.");
    }

    /// <summary>RDS and ElastiCache choose zones of their own, and tables and objects lie in three.</summary>
    private static string InOneZone(Design design) => design.Relational is { Service: RelationalService.Aurora, MultiAz: false } ? "Servers and database" : "The servers";

    private static IEnumerable<(bool, string, string)> Load(PlanningInput input, Design design)
    {
        var load = input.Workload;
        var byCpu = Math.Ceiling(load.PeakRps / load.RpsPerVcpu / design.Fleet.Type.Vcpu);
        yield return (design.Fleet.Spot, SheetPaths.Spot, $"What exceeds the mean load runs on Spot capacity at a typical price, which moves: AWS takes {design.Fleet.Type.Name} back in {design.Fleet.InterruptionBand} of cases a month, with two minutes' notice{Pools(input, design)}. While none is to be had, neither a peak nor the loss of a zone is fully carried.");
        yield return (input.Sheet.Budget.AllowSpot && !design.Fleet.Spot, SheetPaths.Spot, $"Spot capacity is allowed, but {SpotRule.Hindrance(input.Sheet, design.Topology) ?? "no type that AWS seldom takes back is cheaper there"}: the price is without it.");
        yield return (load.PeakAssumed, "traffic.peakRps", $"Nothing says how many requests the busiest minute brings: four times the mean, {load.PeakRps:0.##} a second, stand in. Give the peak.");
        yield return (load.PeakRps == 0, "traffic.meanRps", "Nothing says how many requests come over the connections, so the price holds none: no bytes to users, nothing that a firewall looks at, no log lines. Give their mean.");
        yield return (load.RpsAssumed, "application.rpsPerVcpu", $"Nobody measured the application: {load.RpsPerVcpu:0.##} requests a second per vCPU stand in for its workload class. Measure before production.");
        var byConnections = load.ConnectionsPerInstance is { } each && Math.Ceiling(load.PeakConnections / each) > byCpu;
        yield return (byConnections, "application.connectionsPerInstance", "Connections size the fleet, but scaling follows CPU: raise the minimum before a peak of idle connections.");
        yield return (!byConnections && design.Fleet.First.Whole.NeededAtPeak > Math.Max(1, byCpu), "application.memoryGbPerVcpu", $"{MemorySizes}{(input.Policy.Observed ? " An alarm watches the fullest server." : "")}");
    }

    /// <summary>What the other regions need is said with their takeover.</summary>
    private static IEnumerable<(bool, string, string)> Quota(Design design)
    {
        var most = design.Fleet.First.Max * design.Fleet.Type.Vcpu;
        yield return (most > LargeVcpu, "placement.account", $"At its largest the fleet takes {most} vCPU in {design.Reach.First.Region}, where a new account has {FirstVcpu} and AWS raises that with use: see to it that the quota of on-demand instances is large enough before.");
    }

    /// <summary>A commitment is paid in every hour, also in those in which fewer servers run than it covers.</summary>
    private static IEnumerable<(bool, string, string)> Commitment(PlanningInput input, Design design)
    {
        var more = design.Fleet.Fleets.Sum(fleet => FleetCosts.CommitmentBeyondUse(input, fleet, input.Offer(fleet.Site.Region, design.Fleet.Type.Name)!, design.Fleet.Spot));
        yield return (more > Money.Zero, SheetPaths.Purchase, $"The commitment is paid for servers in every hour, and outside business hours fewer run than it covers: on demand the same servers cost {more} a month less.");
    }

    /// <summary>A region that takes over must grow, which nobody reserved.</summary>
    private static IEnumerable<(bool, string, string)> Standby(PlanningInput input, Design design)
    {
        var minutes = Math.Ceiling(input.Recovery.ScaleOut.RtoSeconds / 60m);
        foreach (var fleet in design.Fleet.Fleets.Where(fleet => design.Reach.TakesOver && (!fleet.Site.IsFirst || fleet.Site.Share == 0) && fleet.Min < fleet.Max))
        {
            var start = $"aws autoscaling update-auto-scaling-group --region {fleet.Site.Region} --auto-scaling-group-name GROUP --min-size {design.Fleet.First.Min} --desired-capacity {fleet.Max}";
            var carried = fleet.Site.Role == RegionRole.Secondary ? "which carry the mean load" : fleet.Site.Share == 0 ? "which nobody was led to before" : "which carry its own users";
            var stands = fleet.Min == 0 ? $"starts from nothing, once people decide: `{start}`, where GROUP is the output GroupName of {input.Names.Of(fleet.Site.Region, Modules.Compute)}" : $"runs {fleet.Min} instances, {carried}";
            yield return (true, SheetPaths.RegionLoss, string.Create(CultureInfo.InvariantCulture, $"After a takeover {fleet.Site.Region} {stands}, and grows to the {fleet.Max} of a whole peak within about {minutes} minutes. No capacity is reserved there: raise its quota to {fleet.Max * design.Fleet.Type.Vcpu} vCPU, and reserve capacity where a peak cannot wait."));
        }
    }

    private static string Pools(PlanningInput input, Design design) => SpotPools.Beside(input, input.Region, design.Fleet.Type) switch
    {
        [] => "",
        var others => $"; {string.Join(" and ", others.Select(type => type.Name))} may stand in, as large, at typical prices below on-demand",
    };

    private const string MemorySizes = "Memory sizes the fleet, so it grows by requests before CPU is short: measure what a vCPU's share of them really holds in memory.";

    private static IEnumerable<(bool, string, string)> Prices(Design design)
    {
        const int Most = 4;
        var estimated = design.Lines.Where(line => line.PriceEstimated).ToList();
        var items = estimated.GroupBy(line => line.Item, StringComparer.Ordinal).OrderByDescending(group => group.Sum(line => line.MonthlyUsd)).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key).ToList();
        var rest = items.Count > Most ? $" and {items.Count - Most} more, marked in the cost table" : "";
        yield return (estimated.Count > 0, SheetPaths.PrimaryRegion, $"{estimated.Sum(line => line.MonthlyUsd)} a month rests on estimated prices: {string.Join("; ", items.Take(Most))}{rest}.");
    }
}
