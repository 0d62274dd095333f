using Portal.Data.Approvals;
using Portal.Data.Environments;
using Portal.Data.Requests;
using Portal.Domain.Approvals;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Data;
using Portal.Tests.Databases;

namespace Portal.Tests.Worker.Deployments;

/// <summary>What people do before a worker has something to do: ask and sign.</summary>
internal static class Orders
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static async Task<EnvironmentId> CreateAsync(TestDatabase database, PlanFolder folder, Stage stage = Stage.Production)
    {
        var requests = database.Get<RequestStore>();
        var request = (await requests.CreateAsync(Make.Sheet(), SheetYaml.Write(Make.Sheet()), Sample.Requester, _ => folder, None)).Expect();
        await requests.SubmitAsync(request.Id, None);
        await SignAsync(database, request.Id, folder.Plan.Digest, folder, stage);
        return (await requests.FindAsync(request.Id, None))!.EnvironmentId!.Value;
    }

    /// <summary>Asks for a destroy or retry and signs it.</summary>
    public static async Task AskAsync(TestDatabase database, EnvironmentId environment, RequestKind kind, Stage stage = Stage.Production)
    {
        var id = (await database.Get<EnvironmentStore>().AskAsync(environment, kind, Sample.Requester, None))!.Value;
        var request = (await database.Get<RequestStore>().FindAsync(id, None))!;
        await SignAsync(database, id, request.Digest, null, stage);
    }

    /// <summary>What needs no signature: retry, and the end of a development environment.</summary>
    public static async Task StartAsync(TestDatabase database, EnvironmentId environment, DeploymentKind kind) =>
        Assert.NotNull(await database.Get<EnvironmentStore>().StartAsync(environment, kind, Sample.Requester, None));

    public static async Task<EnvironmentView> EnvironmentAsync(TestDatabase database, EnvironmentId id) => (await database.Get<EnvironmentStore>().FindAsync(id, None))!;

    public static async Task<Portal.Data.Deployments.DeploymentView> DeploymentAsync(TestDatabase database, EnvironmentId id) => (await database.Get<EnvironmentStore>().DeploymentAsync(id, None))!;

    private static async Task SignAsync(TestDatabase database, RequestId request, Digest digest, PlanFolder? folder, Stage stage)
    {
        var outcome = await database.Get<ApprovalStore>().DecideAsync(request, Sample.Approver, ApprovalDecision.Approve, digest, BaseState.Empty, null, folder, null, stage, "CC-1", null, None);
        Assert.Equal(DecisionOutcome.Recorded, outcome);
    }
}
