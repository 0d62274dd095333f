namespace Portal.Tests.Sandbox.CloudFormation;

/// <summary>A stack to make: its module, where, and what is said rather than wired.</summary>
internal sealed record WantedStack(string Module, string Region, params (string Name, string Value)[] Values);

/// <summary>One environment that uses every module, in an order in which each finds what it needs.</summary>
internal static class Catalogue
{
    private const string First = "eu-central-1";

    public static IReadOnlyList<WantedStack> Stacks { get; } =
    [
        new("baseline", First, ("HomeRegion", "true"), ("PciStandard", "true"), ("NistStandard", "true")),
        new("foundation", First),
        new("network", First, ("ZoneA", "eu-central-1a"), ("ZoneB", "eu-central-1b"), ("ZoneC", "eu-central-1c")),
        new("security", First, ("DatabasePort", "5433"), ("CachePort", "6380")),
        new("firewall", First),
        new("balancer", First, ("CertificateArn", "arn:aws:acm:eu-central-1:111122223333:certificate/x")),
        new("relational", First),
        new("compute", First,
            ("ImageId", "{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64}}"), ("InstanceType", "c7g.large"), ("MinSize", "3"), ("MaxSize", "6")),
        new("monitoring", First, ("ZoneA", "eu-central-1a"), ("ZoneB", "eu-central-1b"), ("ZoneC", "eu-central-1c"), ("MaxSize", "6")),
        new("deployer-role", First, ("WorkerArn", "arn:aws:iam::111122223333:role/portal-worker"), ("ExternalId", "portal-111122223333")),
    ];
}
