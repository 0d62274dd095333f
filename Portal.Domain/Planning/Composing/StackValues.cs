using System.Globalization;
using System.Net;
using Portal.Domain.Accounts;
using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Policies;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Composing;

/// <summary>What the design and the sheet say to the modules' parameters, by parameter name; <c>module.Name</c> where one module means something else by it.</summary>
internal sealed class StackValues
{
    /// <summary>Of a fleet, what a rolling update replaces at a time: ten rounds, whatever its size.</summary>
    private const decimal BatchShare = 0.1m;

    private readonly Dictionary<string, StackParameter> values = new(StringComparer.Ordinal);

    private readonly string region;

    public StackValues(PlanningInput input, Design design, string region, VpcAddresses addresses)
    {
        this.region = region;
        Everywhere(input);
        var live = design.Reach.Live.ToList();
        if (live.FindIndex(site => site.Region == region) is >= 0 and var index)
        {
            Network(input, design.Topology, addresses.Blocks[index]);
            Entry(input);
            Servers(input, design, design.Fleet.Fleets[index]);
        }

        RelationalValues.Add(this, input, design, region);
        FrontValues.Add(input, design, region, (name, value) => values[name] = value);
        DataValues.Add(input, design, region, (name, value) => values[name] = value);
        WatchValues.Add(input, design, region, (name, value) => values[name] = value);
    }

    /// <summary>Null where nothing is said: then another stack's output of that name, or the module's default.</summary>
    public StackParameter? Of(string module, string parameter) =>
        values.GetValueOrDefault($"{module}.{parameter}") ?? values.GetValueOrDefault(parameter);

    private void Everywhere(PlanningInput input)
    {
        var sheet = input.Sheet;
        Set("Environment", $"{sheet.Metadata.Team}/{sheet.Metadata.Name}");
        Set("Stage", Wire.Name(sheet.Metadata.Stage));
        Set("CostCenter", TagText.Of(sheet.Metadata.CostCenter));
        Set("LogRetentionDays", input.Policy.LogRetentionDays);
        Set("Locked", input.Policy.LocksBackups ? "true" : "false");
        Set("Exposure", Wire.Name(sheet.Traffic.Exposure));
        if (input.HasBaseline)
        {
            Set("BoundaryArn", AccountBaseline.BoundaryArn(input.Account));
            Set("QueryLogPermit", "account");
        }
    }

    private void Network(PlanningInput input, Topology topology, IPNetwork vpc)
    {
        var zones = input.Facts.Regions[region].Zones;
        Set("VpcCidr", vpc.ToString());
        Set("ZoneA", zones[0]);
        Set("ZoneB", zones[1]);
        Set("ZoneC", topology.NetworkZones > 2 ? zones[2] : "");
        Set("Nat", topology.Nat == NatLayout.PerZone ? "per-zone" : "one");
        if (input.IsPublic)
        {
            // Read only where a CDN stands before an internal load balancer: it comes from within.
            Set("security.ClientCidr", vpc.ToString());
        }
        else
        {
            Set("ClientCidr", ClientNetwork(input.Sheet).ToString());
        }
    }

    /// <summary>Clients of an internal endpoint come from the addresses that are in use elsewhere, else from the private range that companies use most.</summary>
    public static IPNetwork ClientNetwork(RequestSheet sheet) => sheet.Network.Reserved.Count > 0 ? sheet.Network.Reserved[0] : IPNetwork.Parse("10.0.0.0/8");

    private void Entry(PlanningInput input)
    {
        var (sheet, names) = (input.Sheet, input.Names);
        var protects = input.Policy.ProtectsAll;
        Set("HealthCheckPath", sheet.Application.Software.HealthCheckPath);
        Set("Stateless", sheet.Application.Stateless ? "true" : "false");
        var idle = sheet.Traffic.PeakConnections is null ? HeldConnections.OrdinaryIdleSeconds : HeldConnections.IdleSeconds;
        Set("balancer.IdleSeconds", idle);
        Set("compute.IdleSeconds", idle);
        Set("balancer.DeletionProtection", protects ? "true" : "false");
        if (!input.IsPublic)
        {
            SetFrom("balancer.PublicSubnetIds", names.Of(region, Modules.Network), "AppSubnetIds");
        }
    }

    private void Servers(PlanningInput input, Design design, SiteFleet site)
    {
        var (fleet, application) = (site.Whole, input.Sheet.Application);
        Set("ImageId", $"{{{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{Wire.Name(fleet.Type.Architecture)}}}}}");
        Set("InstanceType", fleet.Type.Name);
        Set("MinSize", site.Least(input));
        Set("MaxSize", site.Max);
        var inService = Math.Min(site.Min, site.Max - 1);
        Set("MinInService", inService);
        Set("BatchSize", Math.Clamp((int)Math.Ceiling(site.Min * BatchShare), 1, site.Max - inService));
        Set("HeldConnections", input.Sheet.Traffic.PeakConnections is null ? 0 : Math.Ceiling(application.ConnectionsPerInstance ?? 0));
        Set("compute.TargetCpuPercent", Math.Round(FleetSize.ScalingTarget(application.TargetCpuPercent, fleet.Zones), 2));
        Set("RequestsPerTarget", FleetSize.IsByRequests(input.Workload, fleet.Type) ? FleetSize.RequestsTarget(input.Workload, fleet.Type, fleet.Zones) : 0);
        Set("WarmupSeconds", input.Facts.FailoverTimes[("autoscaling", "health check grace period (console default)")].Typical);
        Set("VolumeGb", FleetCosts.VolumeGb);
        Set("DetailedMonitoring", input.Policy.Observed ? "true" : "false");
        Set("AgentMetrics", input.Policy.Observed ? "true" : "false");
        Set("Predictive", ScalingPolicy.IsPredictive(input.Sheet.Traffic.Pattern) ? "true" : "false");
        Set("Spot", design.Fleet.Spot ? "true" : "false");
        Set("OnDemandBase", site.OnDemandBase);
        var others = design.Fleet.Spot ? SpotPools.Beside(input, region, fleet.Type) : [];
        Set("InstanceTypeB", others.Count > 0 ? others[0].Name : "");
        Set("InstanceTypeC", others.Count > 1 ? others[1].Name : "");
        if (fleet.Zones == 1)
        {
            SetFrom("compute.AppSubnetIds", input.Names.Of(region, Modules.Network), "AppSubnetA");
            Set("compute.Zones", input.Facts.Regions[region].Zones[0]);
        }

        if (input.Sheet.Traffic is { Pattern: TrafficPattern.BusinessHours, BusinessHours: { } hours })
        {
            Hours(input, site, hours);
        }

        Software(input, application.Software);
    }

    private void Hours(PlanningInput input, SiteFleet site, BusinessHours hours)
    {
        if (site.ByTheClock(input) is not { } sizes)
        {
            return;
        }

        Set("OpenAt", input.OfficeHours?.ServersStart ?? Weekdays.Cron(hours, hours.From));
        Set("CloseAt", Weekdays.Cron(hours, hours.To));
        Set("TimeZone", hours.TimeZone);
        Set("OpenSize", sizes.Open);
        Set("ClosedSize", sizes.Closed);
    }

    private void Software(PlanningInput input, Software software)
    {
        Set("SoftwareKind", Wire.Name(software.Kind));
        Set("AppPort", software.Port);
        var image = software.Kind == SoftwareKind.Container ? ImageRepository.From(software.Image ?? "", input.Region, region) : "";
        Set("ContainerImage", image);
        Set("RepositoryArn", ImageRepository.Arn(image) ?? "");
        var script = software.Kind == SoftwareKind.Script ? Script.Encode(software.Script) : "";
        foreach (var (part, index) in Script.Names.Select((part, index) => (part, index)))
        {
            Set(part, new string([.. script.Skip(index * Script.MostCharacters).Take(Script.MostCharacters)]));
        }
    }

    internal void Set(string name, string value) => values[name] = new StackParameter.Text(value);

    internal void Set(string name, decimal value) => Set(name, value.ToString("0.##", CultureInfo.InvariantCulture));

    internal void SetFrom(string name, string stack, string output) => values[name] = new StackParameter.FromStack(stack, output);
}
