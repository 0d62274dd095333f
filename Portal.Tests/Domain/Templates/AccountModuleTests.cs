using System.Text.RegularExpressions;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Templates.Handlers;
using Portal.Worker.Aws;

namespace Portal.Tests.Domain.Templates;

/// <summary>What the modules of an account promise: the deployer's rights are narrow and enough, and what exists once is made once.</summary>
public sealed partial class AccountModuleTests
{
    private static readonly IReadOnlyList<(string Policy, TemplateMap Statement)> Deployer = Statements(ModuleGrid.Of("deployer-role").First().Resolve());

    private static readonly IReadOnlyList<string> Boundary =
        [.. Statements(Baseline("true")).Where(each => each.Policy == "Boundary" && each.Statement.Text("Effect") == "Allow").SelectMany(each => Texts(each.Statement["Action"]))];

    /// <summary>Whether it makes, changes or takes away, or only looks: a read that is refused fails the stack as surely.</summary>
    [Fact]
    public void Deployer_MayDoWhateverCloudFormationDoesForTheModules()
    {
        var allowed = Deployer.Where(each => each.Statement.Text("Effect") == "Allow").SelectMany(each => Texts(each.Statement["Action"])).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var made = TemplateCatalogue.Load().Where(module => !ModuleGrid.OfTheAccount.Contains(module.Name)).SelectMany(module => module.Resources).Select(resource => resource.Type).ToHashSet();

        Assert.Equal(HandlerActions.All.Keys.Order(), made.Order());
        Assert.All(made, type => Assert.Empty(HandlerActions.Of(type).Where(action => !allowed.Any(each => ActionLists.Fits(action, each))).Select(action => $"{action} for {type}")));
        Assert.All(HandlerActions.Patterns, pattern => Assert.Contains(HandlerActions.All.Values.SelectMany(actions => actions), action => ActionLists.Fits(pattern, action)));
    }

    [Fact]
    public void Deployer_LimitsNoAction_ThatKnowsNoResource()
    {
        var unlimited = ActionLists.Read("unlimited-actions.txt").Values.SelectMany(actions => actions).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var limited = Deployer.Where(each => each.Statement.Text("Effect") == "Allow" && each.Statement.Text("Resource") != "*").SelectMany(each => Texts(each.Statement["Action"]).Select(action => (each.Policy, Action: action)));

        Assert.Contains("rds:CreateDBProxy", unlimited);
        Assert.DoesNotContain(limited, each => unlimited.Contains(each.Action));
    }

    /// <summary>A service's own role comes into being with the first thing that it makes, in the name of whoever asks for it.</summary>
    [Fact]
    public void Deployer_LetsServicesMakeTheirOwnRoles()
    {
        var services = Texts(Assert.Single(Deployer, each => Texts(each.Statement["Action"]).Contains("iam:CreateServiceLinkedRole")).Statement.Section("Condition").Section("StringEquals")["iam:AWSServiceName"]);

        Assert.Superset(new HashSet<string> { "spot.amazonaws.com", "shield.amazonaws.com", "vpcorigin.cloudfront.amazonaws.com", "replication.dynamodb.amazonaws.com", "autoscaling.amazonaws.com", "rds.amazonaws.com", "elasticache.amazonaws.com" }, services.ToHashSet());
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
        var done = ModuleGrid.OfEnvironments().SelectMany(cell => Statements(cell.Resolve()).SelectMany(each => Texts(each.Statement["Action"]).Select(action => (cell.Module, Action: action)))).Distinct().ToList();

        Assert.Contains(("office-hours", "rds:StopDBCluster"), done);
        Assert.All(done, each => Assert.True(IsWithinTheBoundary(each.Action), $"{each.Module}: {each.Action}"));
    }

    /// <summary>Policies of AWS's own count no further than the boundary either.</summary>
    [Fact]
    public void Boundary_LetsServicesDoTheirs()
    {
        var policies = ActionLists.Read("managed-policies.txt");
        var attached = TemplateCatalogue.Load().Where(module => !ModuleGrid.OfTheAccount.Contains(module.Name)).SelectMany(module => OfAws().Matches(module.Source)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Equal(policies.Keys.Order(), attached.Order());
        Assert.All(policies.SelectMany(policy => policy.Value.Select(action => $"{policy.Key} {action}")), action => Assert.True(IsWithinTheBoundary(action.Split(' ')[1]), action));
    }

    [GeneratedRegex(@":iam::aws:policy/(?:service-role/)?(\w+)")]
    private static partial Regex OfAws();

    private static bool IsWithinTheBoundary(string action) => Boundary.Any(pattern => ActionLists.Fits(pattern, action));

    [Fact]
    public void Baseline_MakesWhatTheAccountHasOnce_AtHomeOnly()
    {
        var elsewhere = Baseline("false");

        Assert.Contains("AWS::CloudTrail::Trail", Baseline("true").ResourceTypes.Values);
        Assert.DoesNotContain(elsewhere.ResourceTypes.Values, type => type == "AWS::CloudTrail::Trail" || type.StartsWith("AWS::IAM::", StringComparison.Ordinal));
        Assert.Equal("false", elsewhere.Parameters["HomeRegion"] is TemplateValue.Known known ? known.Value : "");
        Assert.DoesNotContain("BoundaryArn", elsewhere.Outputs);
    }

    /// <summary>A policy of the account for the logs of all zones, which write to us-east-1 only: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html</summary>
    [Theory]
    [InlineData("us-east-1", true)]
    [InlineData("eu-central-1", false)]
    public void Baseline_LetsRoute53WriteTheLogsOfEveryZone_WhereZonesLog(string region, bool lets)
    {
        var cell = ModuleGrid.Of("baseline").First();
        var baseline = TemplateResolver.Resolve(TemplateCatalogue.Module("baseline"), cell.Parameters, ModuleGrid.Scope("baseline") with { Region = region });
        var group = TemplateCatalogue.Module("hosted-zone").Root.Section("Resources").Section("QueryLogGroup").Section("Properties").Section("LogGroupName");

        Assert.Equal(lets, baseline.ResourceTypes.Values.Contains("AWS::Logs::ResourcePolicy"));
        Assert.Equal(lets, baseline.Body.Contains(":log-group:/aws/route53/*", StringComparison.Ordinal));
        Assert.Equal("/aws/route53/", ((TemplateScalar)((TemplateList)((TemplateList)group["Fn::Join"]!).Items[1]).Items[0]).Text);
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
