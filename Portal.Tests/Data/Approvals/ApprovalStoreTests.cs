using Microsoft.EntityFrameworkCore;
using Portal.Data.Approvals;
using Portal.Data.Environments;
using Portal.Data.Requests;
using Portal.Data.Storage;
using Portal.Domain.Approvals;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;
using Portal.Tests.Databases;

namespace Portal.Tests.Data.Approvals;

public sealed class ApprovalStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Approve_SetsEnvironmentAndDeploymentGoing_WithTheSignedImages(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var request = await SubmittedAsync(database);

        var outcome = await DecideAsync(database, request, Sample.Approver, ApprovalDecision.Approve, request.Digest);

        Assert.Equal(DecisionOutcome.Recorded, outcome);
        var approved = (await database.Get<RequestStore>().FindAsync(request.Id, None))!;
        var environment = (await database.Get<EnvironmentStore>().FindAsync(approved.EnvironmentId!.Value, None))!;
        var deployment = (await database.Get<EnvironmentStore>().DeploymentAsync(environment.Id, None))!;
        Assert.Equal((RequestState.Approved, EnvironmentState.Deploying), (approved.State, environment.State));
        Assert.Equal((DeploymentKind.Create, DeploymentState.Queued, 1), (deployment.Kind, deployment.State, deployment.Attempt));
        var signature = Assert.Single(await database.Get<ApprovalStore>().OfAsync(request.Id, 1, None));
        Assert.Equal("ami-1", signature.BaseState.Images["eu-central-1/x"]);
        Assert.Equal("deploying", Assert.Single(await database.Get<EventStore>().NewestAsync(environment.Id, 10, None)).Status);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Approve_OfAnOlderDigest_ChangesNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var request = await SubmittedAsync(database);

        var outcome = await DecideAsync(database, request, Sample.Approver, ApprovalDecision.Approve, Digest.Of([new("content", "older")]));

        Assert.Equal(DecisionOutcome.DigestMoved, outcome);
        Assert.Empty(await database.Get<ApprovalStore>().OfAsync(request.Id, 1, None));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Approve_ByTwoAtOnce_CountsOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var request = await SubmittedAsync(database);

        var outcomes = await Task.WhenAll(
            Task.Run(() => DecideAsync(database, request, Sample.Approver, ApprovalDecision.Approve, request.Digest)),
            Task.Run(() => DecideAsync(database, request, Sample.SecondApprover, ApprovalDecision.Approve, request.Digest)));

        Assert.Equal([DecisionOutcome.Recorded, DecisionOutcome.AlreadyDecided], outcomes.Order());
        Assert.Single(await database.Get<EnvironmentStore>().ListAsync(null, null, 10, None));
        Assert.Single(await database.Get<ApprovalStore>().OfAsync(request.Id, 1, None));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Reject_GivesNameAndAddressBack(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var request = await SubmittedAsync(database);

        await DecideAsync(database, request, Sample.Approver, ApprovalDecision.Reject, request.Digest);

        Assert.Null(await database.Get<RequestStore>().AddressOfAsync(request.Id, None));
        Assert.True((await database.Get<RequestStore>().CreateAsync(Sample.Sheet(), "", Sample.Requester, _ => Sample.Folder(), None)).IsOk);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Reject_OfSeveralRegions_GivesEveryRangeBack(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var request = await SubmittedAsync(database, offer => Sample.Folder(offer, regions: 3));
        await using var db = database.Open();
        Assert.Equal(3, await db.Set<AddressRow>().CountAsync());

        await DecideAsync(database, request, Sample.Approver, ApprovalDecision.Reject, request.Digest);

        Assert.Equal(0, await db.Set<AddressRow>().CountAsync());
    }

    private static async Task<RequestView> SubmittedAsync(TestDatabase database, Func<VpcAddresses, PlanFolder>? plan = null)
    {
        var store = database.Get<RequestStore>();
        var request = (await store.CreateAsync(Sample.Sheet(), "", Sample.Requester, plan ?? (_ => Sample.Folder()), None)).Expect();
        Assert.True(await store.SubmitAsync(request.Id, None));
        return request;
    }

    private static Task<DecisionOutcome> DecideAsync(TestDatabase database, RequestView request, Actor actor, ApprovalDecision decision, Digest digest) =>
        database.Get<ApprovalStore>().DecideAsync(request.Id, actor, decision, digest,
            new BaseState(new Dictionary<string, string>(), new Dictionary<string, string> { ["eu-central-1/x"] = "ami-1" }),
            comment: null, Sample.Folder(), accepted: null, Stage.Production, "CC-1", expiresOn: null, None);
}
