using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates.Judges;
using Portal.Tests.Worker.Aws;

namespace Portal.Tests.Domain.Templates;

/// <summary>A takeover that starts by itself loses data, so it happens only where the first region is gone.</summary>
public sealed class TakeoverTests
{
    /// <summary>Runs the document's script against a first region that answers as the last argument says, one word a turn.</summary>
    private const string Stage = """
        import sys, time, types
        asked, waited = [], []
        boto3, botocore, config, exceptions = (types.ModuleType(name) for name in ('boto3', 'botocore', 'botocore.config', 'botocore.exceptions'))
        class Fault(Exception): pass
        class ClientError(Exception):
            def __init__(self, status): self.response = {'ResponseMetadata': {'HTTPStatusCode': status}}
        exceptions.ConnectionError = type('ConnectionError', (Fault,), {})
        exceptions.HTTPClientError = type('HTTPClientError', (Fault,), {})
        exceptions.ClientError = ClientError
        config.Config = lambda **settings: settings
        class Rds:
            def describe_db_clusters(self, DBClusterIdentifier):
                asked.append(DBClusterIdentifier)
                answer = turns.pop(0)
                if answer == 'silence': raise exceptions.ConnectionError()
                if answer == 'late': raise exceptions.HTTPClientError()
                if answer.isdigit(): raise ClientError(int(answer))
                return {'DBClusters': [{'Status': answer}]}
        def client(service, region_name, config):
            assert (service, region_name) == ('rds', 'eu-west-1') and config['connect_timeout'] <= 10
            return Rds()
        boto3.client = client
        sys.modules.update({'boto3': boto3, 'botocore': botocore, 'botocore.config': config, 'botocore.exceptions': exceptions})
        time.sleep = waited.append
        names = {}
        exec(sys.argv[1], names)
        turns = sys.argv[2].split()
        try:
            names['ask']({'region': 'eu-west-1', 'cluster': 'shop'}, None)
            print('lost', len(asked), sum(waited))
        except Exception as refusal:
            print('stands', refusal)
        """;

    private static readonly PlanFolder Booking = Designs.Run(RelationalSheets.Booking());

    private static TemplateMap Module => TemplateCatalogue.Module("aurora-secondary").Root.Section("Resources");

    private static IEnumerable<TemplateMap> Steps => ((TemplateList)Module.Section("Takeover").Section("Properties").Section("Content")["mainSteps"]!).Items.Cast<TemplateMap>();

    [Fact]
    public void Takeover_WaitsForItsOwnReader_AndAsksTheFirstRegion_BeforeItActs()
    {
        Assert.Equal(["ReaderStands", "WhoDecides", "FirstRegionIsLost", "TakeOver", "Wait"], Steps.Where(step => step.Text("name") is not null).Select(step => step.Text("name")));
        Assert.Equal("FirstRegionIsLost", Steps.ElementAt(1).Section("inputs").Text("Default"));
        Assert.Equal("{\"Decided\":[\"no\"]}", ((TemplateMap)((TemplateList)Module.Section("TakeoverRule").Section("Properties")["Targets"]!).Items[0]).Text("Input"));
    }

    [Theory]
    [InlineData("silence late silence", "lost 3 20")]
    [InlineData("503 silence 500", "lost 3 20")]
    [InlineData("available", "stands eu-west-1 answers, its cluster is available: people decide")]
    [InlineData("failing-over", "stands eu-west-1 answers, its cluster is failing-over: people decide")]
    [InlineData("silence late available", "stands eu-west-1 answers, its cluster is available: people decide")]
    [InlineData("403", "stands")]
    [InlineData("silence 404", "stands")]
    public async Task FirstRegion_IsLostOnlyWhereItNeverAnswers(string answers, string said)
    {
        var script = Steps.Single(step => step.Text("name") == "FirstRegionIsLost").Section("inputs").Text("Script")!;

        using var python = Python.Start("-c", Stage, script, answers);
        var (output, errors) = (await python.StandardOutput.ReadToEndAsync(), await python.StandardError.ReadToEndAsync());
        await python.WaitForExitAsync();

        Assert.Equal("", errors);
        Assert.StartsWith(said, output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Takeover_AsksTheClusterOfTheFirstRegion_AndMay()
    {
        var second = Booking.Plan.Stacks.Single(stack => stack.Module == "aurora-secondary");
        var resources = LinkedEnvironment.Of(Booking).Section("Resources");
        var policy = resources.Entries.Single(entry => entry.Key.EndsWith("AuroraSecondaryTakeoverPolicy", StringComparison.Ordinal)).Value;

        Assert.Equal(new StackParameter.FromStack("storefront-shop-eu-west-1-aurora", "ClusterArn"), second.Parameters["FirstClusterArn"]);
        var there = ((TemplateList)((TemplateMap)policy).Section("Properties").Section("PolicyDocument")["Statement"]!).Items.Cast<TemplateMap>().Single(statement => statement.Text("Action") == "rds:DescribeDBClusters");
        Assert.Equal("EuWest1AuroraCluster", ((TemplateScalar)((TemplateList)((TemplateMap)there["Resource"]!)["Fn::GetAtt"]!).Items[0]).Text);
    }

    /// <summary>Route 53 takes a check that is disabled for healthy, and what is inverted for its opposite.</summary>
    [Fact]
    public void Takeover_HoldsTheFirstRegionDown_SoThatNamesDoNotLeadBackToADatabaseWithoutAWriter()
    {
        var second = Booking.Plan.Stacks.Single(stack => stack.Module == "aurora-secondary");
        var resources = ModuleReader.Read("aurora-secondary", Booking.Template(second)).Root.Section("Resources");
        var last = (TemplateMap)((TemplateList)resources.Section("Takeover").Section("Properties").Section("Content")["mainSteps"]!).Items[^1];
        var policy = ((TemplateList)resources.Section("TakeoverPolicy").Section("Properties").Section("PolicyDocument")["Statement"]!).Items.Cast<TemplateMap>();

        Assert.Equal(new StackParameter.FromStack("storefront-shop-us-east-1-dns", "HealthCheckIdA"), second.Parameters["FirstHealthCheckId"]);
        Assert.Equal(("UpdateHealthCheck", "true", "true"), (last.Section("inputs").Text("Api"), last.Section("inputs").Text("Disabled"), last.Section("inputs").Text("Inverted")));
        Assert.Contains(policy, statement => statement.Text("Action") == "route53:UpdateHealthCheck");
        Assert.Contains(Booking.Plan.Warnings, warning => warning.Text.Contains("--disabled --inverted", StringComparison.Ordinal));
    }
}
