using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates;
using Portal.Tests.Domain.Templates.Judges;

namespace Portal.Tests.Domain.Planning.Tiers;

/// <summary>Each kind of database composes: modules, wires over regions, and the resources that its bill names.</summary>
public sealed class RelationalComposingTests
{
    private const string Region = "zone: { rpo: 5m, rto: 30m }\n  region: ";
    private const string ActiveActive = "primaryRegion: eu-west-1\n  activeActive: true\n  secondaryRegions: [eu-central-1]";

    private static readonly Lazy<IReadOnlyDictionary<string, PlanFolder>> Folders = new(() => new Dictionary<string, RequestSheet>
    {
        ["rds with readers"] = RelationalSheets.With("{ engine: mysql, sizeGb: 50, service: rds, readReplicas: 3 }"),
        ["rds, copies elsewhere"] = RelationalSheets.With("{ engine: postgresql, sizeGb: 50, service: rds }", Region + "{ rpo: 4h, rto: 24h }"),
        ["rds, replica elsewhere"] = RelationalSheets.With("{ engine: postgresql, sizeGb: 50, service: rds }", Region + "{ rpo: 1m, rto: 2h }"),
        ["rds in two active regions"] = FrontSheets.Named(RelationalSheets.With("{ engine: mysql, sizeGb: 50, readsPerSecond: 100, service: rds }", placement: ActiveActive)),
        ["aurora, one instance"] = RelationalSheets.With("{ engine: mysql, sizeGb: 50, service: aurora }", "zone: { rpo: 5m, rto: 30m }", 99),
        ["aurora with readers"] = RelationalSheets.With("{ engine: postgresql, sizeGb: 50, readsPerSecond: 9000, writesPerSecond: 3000, service: aurora, readReplicas: 3 }"),
        ["aurora, copies elsewhere"] = RelationalSheets.With("{ engine: mysql, sizeGb: 50, service: aurora }", Region + "{ rpo: 24h, rto: 24h }"),
        ["aurora, no instance elsewhere"] = RelationalSheets.With("{ engine: mysql, sizeGb: 50, service: aurora }", Region + "{ rpo: 1m, rto: 2h }"),
        ["aurora, booking"] = RelationalSheets.Booking(),
        ["aurora in two active regions"] = FrontSheets.Named(RelationalSheets.With("{ engine: postgresql, sizeGb: 50, readsPerSecond: 100, service: aurora }", placement: ActiveActive)),
    }.ToDictionary(sheet => sheet.Key, sheet => Designs.Run(sheet.Value)));

    [Theory]
    [InlineData("rds with readers", "relational", "")]
    [InlineData("rds, copies elsewhere", "relational", "foundation vault-copy")]
    [InlineData("rds, replica elsewhere", "relational", "relational-replica")]
    [InlineData("rds in two active regions", "relational", "relational-replica")]
    [InlineData("aurora, one instance", "aurora", "")]
    [InlineData("aurora with readers", "aurora", "")]
    [InlineData("aurora, copies elsewhere", "aurora", "foundation vault-copy")]
    [InlineData("aurora, no instance elsewhere", "aurora", "aurora-secondary")]
    [InlineData("aurora, booking", "aurora", "aurora-secondary")]
    [InlineData("aurora in two active regions", "aurora", "aurora-secondary")]
    public void Kind_HasItsModules(string kind, string first, string second)
    {
        var plan = Plan(kind);

        Assert.Contains(first, plan.Stacks.Where(stack => stack.Region == "eu-west-1").Select(stack => stack.Module));
        Assert.Superset(second.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(), plan.Stacks.Where(stack => stack.Region != "eu-west-1").Select(stack => stack.Module).ToHashSet());
    }

    [Fact]
    public void Wires_LeadToOutputsThatExist() => Assert.All(Folders.Value, folder =>
        Assert.All(folder.Value.Plan.Stacks.SelectMany(stack => stack.Parameters.Values.OfType<StackParameter.FromStack>()), wire =>
        {
            var source = folder.Value.Template(folder.Value.Plan.Stacks.Single(stack => stack.Name == wire.Stack));
            Assert.True(ModuleReader.Read("source", source).Root.Section("Outputs")[wire.Output] is not null, $"{folder.Key}: {wire}");
        }));

    [Fact]
    public void CostLines_OfTheDatabase_NameResourcesThatExist() => Assert.All(Folders.Value, folder =>
    {
        var resources = folder.Value.Plan.Trace.SelectMany(entry => entry.Resources).ToHashSet();
        Assert.All(folder.Value.Plan.Cost!.Lines.Where(line => Database(line.Stack)), line => Assert.True(resources.Contains($"{line.Stack}/{line.Resource}"), $"{folder.Key}: {line.Stack}/{line.Resource}, {line.Item}"));
    });

    /// <summary>Typical minutes of the facts along the longest path: cluster 1, instance of Aurora 6.4, pair 14, alone 10, replica over regions 30; role and groups take less than one more.</summary>
    [Theory]
    [InlineData("rds with readers", "relational", 14 + 10)] // a reader follows its source and has no standby
    [InlineData("rds, replica elsewhere", "relational-replica", 30)]
    [InlineData("rds in two active regions", "relational-replica", 30)]
    [InlineData("aurora, one instance", "aurora", 1 + 6.4)]
    [InlineData("aurora with readers", "aurora", 1 + 6.4 + 6.4)] // readers follow the writer, side by side
    [InlineData("aurora, booking", "aurora", 1 + 6.4 + 6.4)]
    public void ExpectedSeconds_FollowTheInstancesOneAfterTheOther(string kind, string module, double minutes) =>
        Assert.InRange(Plan(kind).Stacks.Single(stack => stack.Module == module).ExpectedSeconds, minutes * 60, (minutes + 1) * 60);

    [Fact]
    public void Servers_OfASecondRegion_FindTheirOwnCopyAndItsPassword()
    {
        var plan = Plan("aurora, booking");
        var second = plan.Regions[1].Region;
        var servers = plan.Stacks.Single(stack => stack.Module == "compute" && stack.Region == second).Parameters;

        Assert.Equal(new StackParameter.FromStack($"storefront-shop-{second}-aurora-secondary", "WriterEndpoint"), servers["DatabaseHost"]);
        Assert.Equal(new StackParameter.FromStack("storefront-shop-eu-west-1-aurora", "SecondSecretArn"), servers["SecretArn"]);
        Assert.Equal(new StackParameter.FromStack($"storefront-shop-{second}-foundation", "DataKeyArn"), plan.Stacks.Single(stack => stack.Module == "aurora").Parameters["SecondRegionKeyArn"]);
        Assert.Equal(new StackParameter.Text("5433"), servers["DatabasePort"]);
    }

    [Theory]
    [InlineData("rds with readers", "relational", "ReaderEndpoints")]
    [InlineData("aurora with readers", "aurora", "ReaderEndpoint")]
    [InlineData("rds, copies elsewhere", "relational", null)]
    public void Servers_FindTheReaders(string kind, string module, string? output)
    {
        var plan = Plan(kind);
        var source = plan.Stacks.Single(stack => stack.Module == module).Name;
        var given = plan.Stacks.Single(stack => stack.Module == "compute").Parameters["DatabaseReaderHosts"];

        Assert.Equal(output is null ? new StackParameter.Text("") : new StackParameter.FromStack(source, output), given);
    }

    [Fact]
    public void ActiveRegions_ReadNear_AndAWarningSaysWhereWritesGo()
    {
        var plan = Plan("aurora in two active regions");

        Assert.Equal("ReaderEndpoint", Assert.IsType<StackParameter.FromStack>(plan.Stacks.Single(stack => stack.Module == "compute" && stack.Region == "eu-central-1").Parameters["DatabaseHost"]).Output);
        Assert.Contains(plan.Warnings, warning => warning.Text.Contains("writes go to the first region", StringComparison.Ordinal));
    }

    [Fact]
    public void OnlyReplicas_OfAnRdsSource_HaveAPasswordOfTheirOwnMaking()
    {
        Assert.DoesNotContain(Resources("rds, copies elsewhere"), resource => resource.EndsWith("-relational/Secret", StringComparison.Ordinal));
        Assert.Contains(Resources("rds, replica elsewhere"), resource => resource.EndsWith("-relational/Secret", StringComparison.Ordinal));
    }

    /// <summary>They carry the tag by which databases are selected, and would each be backed up beside their source.</summary>
    [Fact]
    public void Readers_GetNoBackupsOfTheirOwn()
    {
        var resources = LinkedEnvironment.Of(Folders.Value["rds with readers"]).Section("Resources");
        var readers = resources.Entries.Where(each => ((TemplateMap)each.Value).Section("Properties")["SourceDBInstanceIdentifier"] is not null).Select(each => each.Key).ToList();

        var spared = TemplateWriter.Write(new([new("Value", resources.Section("BackupTaggedSelection").Section("Properties").Section("BackupSelection")["NotResources"]!)]));

        Assert.Equal(3, readers.Count);
        Assert.All(readers, reader => Assert.Contains($"arn:aws:rds:eu-west-1:${{AWS::AccountId}}:db:${{{reader}}}", spared, StringComparison.Ordinal));
    }

    [Fact]
    public void ReplicationAndCopies_AreBilled()
    {
        string[] Items(string kind) => [.. Plan(kind).Cost!.Lines.Select(line => line.Item)];

        Assert.Contains("Replication to another region", Items("aurora, booking"));
        Assert.Contains("Replicated write I/O", Items("aurora, booking"));
        Assert.Contains("Copies of backups of the database", Items("aurora, copies elsewhere"));
        Assert.Contains(Items("rds, copies elsewhere"), item => item.StartsWith("Copies of backups of the database, sent to", StringComparison.Ordinal));
        Assert.DoesNotContain("Replicated write I/O", Items("aurora with readers"));
    }

    [Fact]
    public async Task Lint_FindsNothing() => await CfnLint.AssertCleanAsync(Folders.Value.SelectMany((folder, index) => folder.Value.Files
        .Where(file => file.Key.StartsWith("stacks/", StringComparison.Ordinal) && Database(Path.GetFileNameWithoutExtension(file.Key)))
        .Select(file => (Name: $"{index}-{Path.GetFileNameWithoutExtension(file.Key)}", file.Value))).ToDictionary(file => file.Name, file => file.Value));

    private static bool Database(string stack) => new[] { "-relational", "-relational-replica", "-aurora", "-aurora-secondary", "-vault-copy" }.Any(module => stack.EndsWith(module, StringComparison.Ordinal));

    private static IEnumerable<string> Resources(string kind) => Plan(kind).Trace.SelectMany(entry => entry.Resources);

    private static Plan Plan(string kind)
    {
        var plan = Folders.Value[kind].Plan;
        Assert.True(plan.Feasible, $"{kind}: {string.Join('\n', plan.Refusals)}");
        return plan;
    }
}
