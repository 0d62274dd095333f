using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web.Components.Environments;
using Portal.Web.Drawing;
using Portal.Web.Environments;

namespace Portal.Tests.Web.Components.Environments;

public sealed class EnvironmentPartsTests : BunitContext
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoDependencies = new Dictionary<string, IReadOnlyList<string>>();

    public EnvironmentPartsTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System);
    }

    [Fact]
    public void Timeline_ShowsTheStacksInGraphOrderWithAWordForEach()
    {
        var deployment = SampleDeployment.Of(DeploymentState.Running, SampleDeployment.Stack("network", StackPhase.Done, from: 0, to: 50, status: "CREATE_COMPLETE"), SampleDeployment.Stack("compute", StackPhase.Working, from: 50, status: "CREATE_IN_PROGRESS"), SampleDeployment.Stack("alarms"));

        var chart = Render<TimelineChart>(p => p.Add(c => c.Deployment, deployment).Add(c => c.Timeline, DeploymentTimeline.Of(deployment, NoDependencies, SampleDeployment.Start.AddSeconds(60))));

        Assert.Equal(["network", "compute", "alarms"], chart.FindAll(".name strong").Select(n => n.TextContent));
        Assert.Equal(["CREATE_COMPLETE", "CREATE_IN_PROGRESS", "Not started"], chart.FindAll(".badge").Select(b => b.TextContent.Trim()));
    }

    [Fact]
    public void Now_WhenItFailed_NamesTheFirstCauseAndWhatToDo()
    {
        var deployment = SampleDeployment.Of(DeploymentState.Failed, SampleDeployment.Stack("relational", StackPhase.Failed)) with { FirstCause = "The quota of databases is used up.", NextAction = "Ask for a higher quota, then try again." };

        var now = Render<NowBlock>(p => p.Add(n => n.Live, new LiveUpdate(SampleDeployment.Environment(EnvironmentState.Failed), deployment, [], 0)));

        var alert = now.Find("[role=alert]").TextContent;
        Assert.Contains("The quota of databases is used up.", alert, StringComparison.Ordinal);
        Assert.Contains("Ask for a higher quota, then try again.", alert, StringComparison.Ordinal);
    }

    [Fact]
    public void Now_WhileDeploying_SaysTheStepAndTheProgress()
    {
        var deployment = SampleDeployment.Of(DeploymentState.Running, SampleDeployment.Stack("network", StackPhase.Done, from: 0, to: 100), SampleDeployment.Stack("relational", StackPhase.Working, from: 100));

        var now = Render<NowBlock>(p => p
            .Add(n => n.Live, new LiveUpdate(SampleDeployment.Environment(), deployment, [], 0))
            .Add(n => n.Timeline, DeploymentTimeline.Of(deployment, NoDependencies, SampleDeployment.Start.AddSeconds(150))));

        Assert.Equal("75", now.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
        Assert.Contains("Creating relational in eu-central-1", now.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Now_WhenRunning_LeadsToTheEndpoint()
    {
        var now = Render<NowBlock>(p => p
            .Add(n => n.Live, new LiveUpdate(SampleDeployment.Environment(EnvironmentState.Running), SampleDeployment.Of(DeploymentState.Succeeded), [], 0))
            .Add(n => n.Address, "https://shop.example.com"));

        Assert.Equal("https://shop.example.com", now.Find("a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("", "http://shop-1.elb.example.com")]
    [InlineData("arn:aws:acm:eu-central-1:111122223333:certificate/1", "https://shop-1.elb.example.com")]
    public void Endpoint_IsTheLoadBalancer_ByHttpsWhereItHasACertificate(string certificate, string address)
    {
        var plan = SamplePlan.Shop with { Stacks = [SamplePlan.Shop.Stacks[0] with { Module = "balancer", Parameters = new Dictionary<string, StackParameter> { ["CertificateArn"] = new StackParameter.Text(certificate) } }] };

        Assert.Equal(address, Endpoint.Of([Balancer("shop-1.elb.example.com")], plan));
    }

    [Fact]
    public void Endpoint_ThatIsNoHostName_IsNoLink() => Assert.Null(Endpoint.Of([Balancer("x\" onclick=\"alert(1)")], SamplePlan.Shop));

    [Fact]
    public void Destroy_WaitsForTheNameToBeTyped()
    {
        var confirmed = 0;
        var dialog = Render<DestroyDialog>(p => p.Add(d => d.Environment, SampleDeployment.Environment(EnvironmentState.Running)).Add(d => d.Plan, SamplePlan.Shop).Add(d => d.OnConfirm, () => confirmed++));

        Assert.True(dialog.Find("button[type=submit]").HasAttribute("disabled"));
        dialog.Find("#destroy-name").Input("shop");
        dialog.Find("form").Submit();

        Assert.Equal(1, confirmed);
        Assert.Contains("postgresql database", dialog.Markup, StringComparison.Ordinal);
        Assert.Contains("final snapshot", dialog.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_StandNewestFirstAsTheyCome()
    {
        var feed = Render<EventFeed>(p => p.Add(f => f.Events, [Event(2, "Database", "CREATE_COMPLETE"), Event(1, "Database", "CREATE_IN_PROGRESS")]));

        Assert.Equal(["CREATE_COMPLETE", "CREATE_IN_PROGRESS"], feed.FindAll(".badge").Select(b => b.TextContent.Trim()));
    }

    [Theory]
    [InlineData("requester", EnvironmentState.Running, EnvironmentAction.Destroy, true)]
    [InlineData("requester", EnvironmentState.Deploying, EnvironmentAction.Destroy, false)]
    [InlineData("requester", EnvironmentState.Deploying, EnvironmentAction.Cancel, true)]
    [InlineData("requester2", EnvironmentState.Running, EnvironmentAction.Destroy, false)]
    [InlineData("auditor", EnvironmentState.Running, EnvironmentAction.Destroy, false)]
    public void Actions_ThatCannotBe_SayWhyInstead(string person, EnvironmentState state, EnvironmentAction action, bool offered)
    {
        var deployment = SampleDeployment.Of(state == EnvironmentState.Deploying ? DeploymentState.Running : DeploymentState.Succeeded);

        var item = EnvironmentActions.Of(LocalPeople.Find(person)!, SampleDeployment.Environment(state), deployment).Single(i => i.Action == action);

        Assert.Equal(offered, item.WhyNot is null);
    }

    private static StackDeploymentView Balancer(string host) =>
        SampleDeployment.Stack("balancer", StackPhase.Done, from: 0, to: 10) with { Outputs = new Dictionary<string, string> { ["LoadBalancerDnsName"] = host } };

    [Theory]
    [InlineData("requester", EnvironmentState.Failed, "Try again")]
    [InlineData("requester", EnvironmentState.Running, null)]
    [InlineData("approver", EnvironmentState.Failed, null)]
    public void Next_IsOfferedWhereSomethingFailed_ToWhoMayDoIt(string person, EnvironmentState state, string? word) =>
        Assert.Equal(word, EnvironmentActions.Next(LocalPeople.Find(person)!, SampleDeployment.Environment(state), SampleDeployment.Of(DeploymentState.Failed))?.Word);

    private static EventRow Event(long seq, string logicalId, string status) => new()
    {
        Seq = seq,
        EventId = $"e{seq}",
        Kind = EventKind.Resource,
        At = SampleDeployment.Start,
        Stack = "relational",
        LogicalId = logicalId,
        ResourceType = "AWS::RDS::DBInstance",
        Status = status,
    };
}
