using Bunit;
using Portal.Data;
using Portal.Data.Environments;
using Portal.Domain.Environments;
using Portal.Web.Components.Environments;

namespace Portal.Tests.Web.Components.Environments;

public sealed class EnvironmentPageTests : PageContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Event_ThatHappensWhileOneLooks_ArrivesAtTheTop()
    {
        var environment = (await ApprovedAsync()).EnvironmentId!.Value;
        SignIn("requester");
        var page = Open(environment);

        await AddAsync(environment, "Vpc", "CREATE_IN_PROGRESS");
        page.WaitForAssertion(() => Assert.Equal("Vpc", page.Find(".feed li .what strong").TextContent), Patience);
        await AddAsync(environment, "Vpc", "CREATE_COMPLETE");

        page.WaitForAssertion(() => Assert.Equal(["CREATE_COMPLETE", "CREATE_IN_PROGRESS", "Deploying"], page.FindAll(".feed .badge").Select(b => b.TextContent.Trim())), Patience);
    }

    [Fact]
    public async Task Destroy_OfProduction_AsksForASignature()
    {
        var environment = (await ApprovedAsync()).EnvironmentId!.Value;
        await StandingAsync(environment, EnvironmentState.Running);
        SignIn("requester");
        var page = Open(environment);

        await page.InvokeAsync(() => page.FindAll(".menu button").Single(b => b.TextContent.Contains("Destroy", StringComparison.Ordinal)).Click());
        await page.InvokeAsync(() => page.Find("#destroy-name").Input("shop"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());

        page.WaitForAssertion(() => Assert.Contains("This has to be signed first", page.Find(".notice.progress").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public async Task State_ThatChangesWhileOneLooks_ChangesInPlace()
    {
        var environment = (await ApprovedAsync()).EnvironmentId!.Value;
        SignIn("approver");
        var page = Open(environment);
        Assert.Equal("Deploying", page.Find(".page-head .badge").TextContent.Trim());

        await StandingAsync(environment, EnvironmentState.Running);

        page.WaitForAssertion(() => Assert.Equal("Running", page.Find(".page-head .badge").TextContent.Trim()), Patience);
    }

    private IRenderedComponent<EnvironmentPage> Open(EnvironmentId environment)
    {
        var page = Render<EnvironmentPage>(p => p.Add(e => e.EnvironmentKey, environment.ToString()));
        page.WaitForElement(".page-head .badge");
        return page;
    }

    private async Task StandingAsync(EnvironmentId id, EnvironmentState state)
    {
        await using var db = Get<Func<PortalDb>>()();
        (await db.FindAsync<EnvironmentRow>(id))!.State = state;
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task AddAsync(EnvironmentId id, string logicalId, string status)
    {
        await using var db = Get<Func<PortalDb>>()();
        db.Add(new EventRow { EventId = $"{logicalId}-{status}", EnvironmentId = id, Kind = EventKind.Resource, At = SampleDeployment.Start, Stack = "network", Region = SamplePlan.Region, LogicalId = logicalId, ResourceType = "AWS::EC2::VPC", Status = status });
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
