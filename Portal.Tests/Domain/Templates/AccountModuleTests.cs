using System.IO.Enumeration;
using Portal.Domain.Templates;
using Portal.Worker.Aws;

namespace Portal.Tests.Domain.Templates;

/// <summary>What the modules of an account promise: the deployer's rights are narrow and enough, and what exists once is made once.</summary>
public sealed class AccountModuleTests
{
    /// <summary>IAM's names of services that CloudFormation calls otherwise.</summary>
    private static readonly Dictionary<string, string> Services = new() { ["ElasticLoadBalancingV2"] = "elasticloadbalancing", ["CertificateManager"] = "acm" };

    private static readonly IReadOnlyList<(string Policy, TemplateMap Statement)> Deployer = Statements(ModuleGrid.Of("deployer-role").First().Resolve());

    [Fact]
    public void Deployer_MayMakeWhateverTheModulesMake()
    {
        var allowed = Deployer.Where(each => each.Statement.Text("Effect") == "Allow").SelectMany(each => Texts(each.Statement["Action"])).Select(action => action.Split(':')[0]).ToHashSet();

        var made = TemplateCatalogue.Load().Where(module => !ModuleGrid.OfTheAccount.Contains(module.Name)).SelectMany(module => module.Resources).Select(resource => resource.Type.Split("::")[1]).Distinct();

        Assert.All(made, service => Assert.Contains(Services.GetValueOrDefault(service, service.ToLowerInvariant()), allowed));
    }

    [Fact]
    public void Deployer_NamesItsActions_AndActsThroughCloudFormationOnly() => Assert.All(Deployer.Where(each => each.Statement.Text("Effect") == "Allow"), each =>
    {
        Assert.All(Texts(each.Statement["Action"]), action => Assert.DoesNotContain('*', action));
        Assert.True(each.Policy == "StackPolicy" || Through(each.Statement) == "cloudformation.amazonaws.com", $"{each.Policy} {each.Statement.Text("Sid")} counts outside stack operations too");
    });

    [Fact]
    public void Deployer_GivesRightsToNoRoleWithoutTheBoundary()
    {
        string[] giving = ["iam:CreateRole", "iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:PutRolePermissionsBoundary"];

        var statements = Deployer.Where(each => each.Statement.Text("Effect") == "Allow" && Texts(each.Statement["Action"]).Intersect(giving).Any()).ToList();

        Assert.Equal(giving.Order(), statements.SelectMany(each => Texts(each.Statement["Action"])).Intersect(giving).Order());
        Assert.All(statements, each => Assert.NotNull(each.Statement.Section("Condition").Section("StringEquals")["iam:PermissionsBoundary"]));
        Assert.DoesNotContain("iam:DeleteRolePermissionsBoundary", Deployer.SelectMany(each => Texts(each.Statement["Action"])));
    }

    [Fact]
    public void Deployer_HandsRolesOfItsPathToNamedServicesOnly()
    {
        var pass = Assert.Single(Deployer, each => Texts(each.Statement["Action"]).Contains("iam:PassRole")).Statement;

        Assert.EndsWith(":role/portal/*", ((TemplateMap)pass["Resource"]!).Text("Fn::Sub"), StringComparison.Ordinal);
        Assert.All(Texts(pass.Section("Condition").Section("StringEquals")["iam:PassedToService"]), service => Assert.EndsWith(".amazonaws.com", service, StringComparison.Ordinal));
    }

    [Fact]
    public void Deployer_IsMadeWithTheNameThatTheWorkerAssumes() =>
        Assert.Equal(new AwsSettings().RoleName, TemplateCatalogue.Module("deployer-role").Root.Section("Parameters").Section("RoleName").Text("Default"));

    [Fact]
    public void Boundary_ReachesNoIdentity()
    {
        var boundary = Statements(Baseline("true")).Where(each => each.Policy == "Boundary").Select(each => each.Statement).ToList();

        var allowed = boundary.Where(statement => statement.Text("Effect") == "Allow").SelectMany(statement => Texts(statement["Action"])).ToList();

        Assert.Equal(["iam:GetRole", "iam:PassRole"], allowed.Where(action => action.StartsWith("iam:", StringComparison.Ordinal)));
        Assert.DoesNotContain(allowed, action => action.Split(':')[0] is "*" or "sts" or "organizations" or "account" or "cloudtrail" or "config" or "guardduty" or "securityhub");
        Assert.Contains("organizations:*", boundary.Where(statement => statement.Text("Effect") == "Deny").SelectMany(statement => Texts(statement["Action"])));
    }

    [Fact]
    public void Boundary_LetsEveryRoleDoItsWork()
    {
        var allowed = Statements(Baseline("true")).Where(each => each.Policy == "Boundary" && each.Statement.Text("Effect") == "Allow").SelectMany(each => Texts(each.Statement["Action"])).ToList();
        var done = ModuleGrid.OfEnvironments().SelectMany(cell => Statements(cell.Resolve()).SelectMany(each => Texts(each.Statement["Action"]).Select(action => (cell.Module, Action: action)))).Distinct().ToList();

        Assert.Contains(("office-hours", "rds:StopDBCluster"), done);
        Assert.All(done, each => Assert.True(allowed.Exists(pattern => FileSystemName.MatchesSimpleExpression(pattern, each.Action, ignoreCase: false)), $"{each.Module}: {each.Action}"));
    }

    [Fact]
    public void Baseline_MakesWhatTheAccountHasOnce_AtHomeOnly()
    {
        var elsewhere = Baseline("false");

        Assert.Contains("AWS::CloudTrail::Trail", Baseline("true").ResourceTypes.Values);
        Assert.DoesNotContain(elsewhere.ResourceTypes.Values, type => type == "AWS::CloudTrail::Trail" || type.StartsWith("AWS::IAM::", StringComparison.Ordinal));
        Assert.Equal("false", elsewhere.Parameters["HomeRegion"] is TemplateValue.Known known ? known.Value : "");
        Assert.DoesNotContain("BoundaryArn", elsewhere.Outputs);
    }

    /// <summary>An account may watch its own services, and only the one that pays may watch by tag; CloudFormation knows these types in us-east-1 alone, and an account has one such monitor.</summary>
    [Fact]
    public void Spending_IsWatchedByService_InAModuleThatOtherRegionsDoNotTake()
    {
        var (made, standing) = (ModuleGrid.Of("spending").First().Resolve(), ModuleGrid.Of("spending").Last().Resolve());
        var monitor = made.Root.Section("Resources").Section("Monitor").Section("Properties");

        Assert.Equal(("DIMENSIONAL", "SERVICE", null), (monitor.Text("MonitorType"), monitor.Text("MonitorDimension"), monitor["MonitorSpecification"]));
        Assert.Equal(["AWS::CE::AnomalySubscription"], standing.ResourceTypes.Values);
        Assert.Equal(["spending"], TemplateCatalogue.Load().Where(module => module.Resources.Any(resource => resource.Type.StartsWith("AWS::CE::", StringComparison.Ordinal))).Select(module => module.Name));
        Assert.DoesNotContain(Deployer.SelectMany(each => Texts(each.Statement["Action"])), action => action.StartsWith("ce:", StringComparison.Ordinal));
    }

    private static ResolvedTemplate Baseline(string home) => ModuleGrid.Of("baseline").First(cell => cell.Parameters["HomeRegion"] == TemplateValue.Text(home)).Resolve();

    private static string? Through(TemplateMap statement) => statement.Section("Condition").Section("ForAnyValue:StringEquals").Text("aws:CalledVia");

    private static List<(string Policy, TemplateMap Statement)> Statements(ResolvedTemplate template) =>
        [.. template.Root.Section("Resources").Entries
            .Where(entry => template.ResourceTypes[entry.Key] == "AWS::IAM::ManagedPolicy")
            .SelectMany(entry => ((TemplateList)((TemplateMap)entry.Value).Section("Properties").Section("PolicyDocument")["Statement"]!).Items.Select(statement => (entry.Key, (TemplateMap)statement)))];

    private static IEnumerable<string> Texts(TemplateNode? node) => node switch
    {
        TemplateScalar scalar => [scalar.Text],
        TemplateList list => list.Items.OfType<TemplateScalar>().Select(item => item.Text),
        _ => [],
    };
}
