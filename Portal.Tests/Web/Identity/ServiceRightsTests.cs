using System.Reflection;
using Portal.Domain.Approvals;
using Portal.Domain.Environments;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web;
using Portal.Web.Approvals;
using Portal.Web.Controls;
using Portal.Web.Environments;
using Portal.Web.Requests;

namespace Portal.Tests.Web.Identity;

/// <summary>Rights are checked in the services: a page that shows no button protects nothing.</summary>
public sealed class ServiceRightsTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly PortalHost portal = shared.Host;

    public static TheoryData<Type> Services => [.. typeof(Answer<>).Assembly.GetExportedTypes().Where(t => t.Name.EndsWith("Service", StringComparison.Ordinal)), typeof(LiveEnvironments)];

    [Theory]
    [MemberData(nameof(Services))]
    public void PublicMethod_TakesAnActorFirst(Type service)
    {
        var methods = service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);

        Assert.NotEmpty(methods);
        Assert.All(methods, m => Assert.Equal(typeof(Actor), m.GetParameters().FirstOrDefault()?.ParameterType));
    }

    [Fact]
    public async Task ForAnotherTeam_EveryAnswerIsNotFound_AndEveryListIsEmpty()
    {
        var (environmentText, requestText) = await portal.ApprovedAsync();
        Assert.True(RequestId.TryParse(requestText, out var request) & EnvironmentId.TryParse(environmentText, out var environment));
        var stranger = LocalPeople.Find("requester2")!;
        var requests = portal.Get<RequestService>();
        var approvals = portal.Get<ApprovalService>();
        var environments = portal.Get<EnvironmentService>();
        var waivers = portal.Get<WaiverService>();

        AnswerKind[] answers =
        [
            (await requests.FindAsync(stranger, request, None)).Kind,
            (await requests.FolderAsync(stranger, request, None)).Kind,
            (await requests.SheetAsync(stranger, request, None)).Kind,
            (await requests.SubmitAsync(stranger, request, None)).Kind,
            (await requests.ReviseAsync(stranger, request, default, Make.SheetYaml(team: "media"), None)).Kind,
            (await approvals.DecideAsync(stranger, request, ApprovalDecision.Approve, default, null, null, None)).Kind,
            (await waivers.PlanAsync(stranger, request, None)).Kind,
            (await waivers.HistoryAsync(stranger, request, None)).Kind,
            (await waivers.MayAsync(stranger, request, None)).Kind,
            (await waivers.GiveAsync(stranger, request, "pci-dss/1", "a good enough reason", null, None)).Kind,
            (await waivers.WithdrawAsync(stranger, request, "pci-dss/1", None)).Kind,
            (await approvals.OfAsync(stranger, request, None)).Kind,
            (await environments.FindAsync(stranger, environment, None)).Kind,
            (await environments.DeploymentAsync(stranger, environment, None)).Kind,
            (await environments.EventsAsync(stranger, environment, 0, 10, None)).Kind,
            (await environments.PositionAsync(stranger, environment, null, None)).Kind,
            (await environments.ActAsync(stranger, environment, EnvironmentAction.Destroy, None)).Kind,
        ];

        Assert.All(answers, kind => Assert.Equal(AnswerKind.NotFound, kind));
        Assert.Empty(await requests.ListAsync(stranger, null, null, 100, None));
        Assert.Empty(await environments.ListAsync(stranger, null, 100, None));
        Assert.Empty(await approvals.WaitingForAsync(stranger, None));
        await foreach (var update in portal.Get<LiveEnvironments>().Subscribe(stranger, environment, 0, None))
        {
            Assert.Fail($"A stranger sees {update.Environment.Name}.");
        }
    }

    [Fact]
    public async Task WaitingFor_HoldsWhatTheApproverMayDecide_NotTheirOwn()
    {
        var (id, _) = await portal.SubmittedAsync();
        Assert.True(RequestId.TryParse(id, out var request));
        var approvals = portal.Get<ApprovalService>();
        var both = LocalPeople.Find("requester")! with { Roles = new HashSet<Role> { Role.Requester, Role.Approver } };

        Assert.Contains(await approvals.WaitingForAsync(LocalPeople.Find("approver")!, None), r => r.Id == request);
        Assert.DoesNotContain(await approvals.WaitingForAsync(both, None), r => r.Id == request);
        Assert.Empty(await approvals.WaitingForAsync(LocalPeople.Find("auditor")!, None));
    }

    [Theory]
    [InlineData("approver")]
    [InlineData("operator")]
    public async Task Change_ByWhoeverOnlySeesIt_IsForbidden(string userName)
    {
        var (id, digest) = await portal.RequestAsync();
        Assert.True(RequestId.TryParse(id, out var request));
        var actor = LocalPeople.Find(userName)!;
        var requests = portal.Get<RequestService>();

        Assert.Equal(AnswerKind.Ok, (await requests.FindAsync(actor, request, None)).Kind);
        Assert.Equal(AnswerKind.Forbidden, (await requests.SubmitAsync(actor, request, None)).Kind);
        Assert.Equal(AnswerKind.Forbidden, (await requests.ReviseAsync(actor, request, new Digest(digest), Make.SheetYaml(), None)).Kind);
        Assert.Equal("metadata.team", Assert.Single(requests.Preview(actor, Make.SheetYaml()).Problems).Path);
    }
}
