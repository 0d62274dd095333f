using Microsoft.EntityFrameworkCore;
using Portal.Data.Approvals;
using Portal.Data.Controls;
using Portal.Data.Environments;
using Portal.Data.Requests;
using Portal.Data.Storage;
using Portal.Domain.Approvals;
using Portal.Domain.Controls;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Databases;
using Portal.Tests.Time;

namespace Portal.Tests.Data.Controls;

public sealed class WaiverStoreTests
{
    private const string Control = "pci-dss/6.4.2.open";
    private const string Reason = "The shop must sell meanwhile";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Today = new(2026, 11, 25);

    private readonly ManualClock clock = ManualClock.At("2026-11-25T10:00:00Z");

    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Give_KeepsTermsNameAndInstant(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider, clock);
        var request = await SubmittedAsync(database);

        var given = await GiveAsync(database, request, Today.AddDays(7));

        var view = Assert.Single(await database.Get<WaiverStore>().HistoryAsync(request, None));
        Assert.Equal(new Waiver(Control, Reason, Today.AddDays(7), "approver", clock.GetUtcNow()), view.Waiver);
        Assert.Equal((given, null, null), (view.Waiver, view.WithdrawnBy, view.WithdrawnAt));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Give_WhileOneHolds_IsRefused_AndTheDayAfterItsLastTakesItsPlace(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider, clock);
        var request = await SubmittedAsync(database);
        await GiveAsync(database, request, Today);

        Assert.Null(await GiveAsync(database, request, Today.AddDays(9)));
        Assert.NotNull(await GiveAsync(database, request, Today, control: "hipaa/164.312(b)"));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await GiveAsync(database, request, Today.AddDays(9)));

        Assert.Equal(3, (await database.Get<WaiverStore>().HistoryAsync(request, None)).Count);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Give_ByTwoAtOnce_CountsOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider, clock);
        var request = await SubmittedAsync(database);

        var given = await Task.WhenAll(Enumerable.Range(1, 4).Select(days => Task.Run(() => GiveAsync(database, request, Today.AddDays(days)))));

        Assert.Single(given, waiver => waiver is not null);
        Assert.Single(await database.Get<WaiverStore>().HistoryAsync(request, None));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task TheTable_HoldsOneNewestWaiverOfAControl(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider, clock);
        await using var db = database.Open();
        var request = RequestId.New(clock.GetUtcNow());
        db.AddRange(Row(), Row());

        Assert.True(UniqueViolation.Is(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())));

        WaiverRow Row() => new() { Id = Guid.NewGuid(), RequestId = request, Control = Control, Newest = Control };
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Withdraw_MarksByWhomAndWhen_Once_AndLeavesRoomForAnother(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider, clock);
        var request = await SubmittedAsync(database);
        var store = database.Get<WaiverStore>();
        await GiveAsync(database, request, Today.AddDays(7));

        Assert.False(await store.WithdrawAsync(request.Id, "pci-dss/1", Sample.SecondApprover, None));
        Assert.True(await store.WithdrawAsync(request.Id, Control, Sample.SecondApprover, None));
        Assert.False(await store.WithdrawAsync(request.Id, Control, Sample.SecondApprover, None));

        var view = Assert.Single(await store.HistoryAsync(request, None));
        Assert.Equal(("approver2", clock.GetUtcNow(), Reason), (view.WithdrawnBy, view.WithdrawnAt, view.Waiver.Reason));
        Assert.NotNull(await GiveAsync(database, request, Today.AddDays(3)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Approve_WhereAControlFails_IsRefused_UntilSomebodyAnswersForIt(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider, clock);
        var request = await SubmittedAsync(database);

        Assert.Equal(DecisionOutcome.ControlFails, await DecideAsync(database, request));
        await GiveAsync(database, request, Today);
        Assert.Equal(DecisionOutcome.Recorded, await DecideAsync(database, request));

        var signature = Assert.Single(await database.Get<ApprovalStore>().OfAsync(request.Id, 1, None));
        Assert.Equal(new Waiver(Control, Reason, Today, "approver", clock.GetUtcNow()), Assert.Single(signature.Waivers));
        Assert.Equal(request.Digest, signature.Digest);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Approve_AfterTheLastDay_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider, clock);
        var request = await SubmittedAsync(database);
        await GiveAsync(database, request, Today);

        clock.Advance(TimeSpan.FromHours(14));

        Assert.Equal(DecisionOutcome.ControlFails, await DecideAsync(database, request));
        Assert.Empty(await database.Get<ApprovalStore>().OfAsync(request.Id, 1, None));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Approve_AfterWithdrawal_OrWithOtherWaiversThanRead_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider, clock);
        var request = await SubmittedAsync(database);
        await GiveAsync(database, request, Today.AddDays(7));

        Assert.Equal(DecisionOutcome.WaiversMoved, await DecideAsync(database, request, accepted: []));
        Assert.Equal(DecisionOutcome.WaiversMoved, await DecideAsync(database, request, accepted: [new(Control, Today.AddDays(6))]));
        await database.Get<WaiverStore>().WithdrawAsync(request.Id, Control, Sample.Approver, None);
        Assert.Equal(DecisionOutcome.ControlFails, await DecideAsync(database, request));
        await GiveAsync(database, request, Today.AddDays(6));
        Assert.Equal(DecisionOutcome.Recorded, await DecideAsync(database, request, accepted: [new(Control, Today.AddDays(6))]));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Reject_NeedsNoWaiver_AndRestsOnNone(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider, clock);
        var request = await SubmittedAsync(database);

        Assert.Equal(DecisionOutcome.Recorded, await DecideAsync(database, request, ApprovalDecision.Reject, accepted: [new(Control, Today)]));

        Assert.Empty(Assert.Single(await database.Get<ApprovalStore>().OfAsync(request.Id, 1, None)).Waivers);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Destroy_IsAboutTheCreationsWaivers_ButNeedsNone(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider, clock);
        var (_, destroy) = await AskedLaterAsync(database, RequestKind.Destroy);

        Assert.Single(await database.Get<WaiverStore>().HistoryAsync(destroy, None));
        Assert.Equal(DecisionOutcome.Recorded, await DecideAsync(database, destroy));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Retry_GoesByTheCreationsWaivers(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider, clock);
        var (creation, retry) = await AskedLaterAsync(database, RequestKind.Retry);

        Assert.Equal(DecisionOutcome.ControlFails, await DecideAsync(database, retry));
        await GiveAsync(database, creation, Today.AddDays(30));
        Assert.Equal(DecisionOutcome.Recorded, await DecideAsync(database, retry));
    }

    /// <summary>What is asked of an environment two days after it was created under a waiver that held for one.</summary>
    private async Task<(RequestView Creation, RequestView Asked)> AskedLaterAsync(TestDatabase database, RequestKind kind)
    {
        var creation = await SubmittedAsync(database);
        await GiveAsync(database, creation, Today);
        await DecideAsync(database, creation);
        var environment = (await database.Get<RequestStore>().FindAsync(creation.Id, None))!.EnvironmentId!.Value;
        await SettleAsync(database, environment);
        clock.Advance(TimeSpan.FromDays(2));
        var asked = (await database.Get<EnvironmentStore>().AskAsync(environment, kind, Sample.Requester, None))!.Value;
        return (creation, (await database.Get<RequestStore>().FindAsync(asked, None))!);
    }

    private static async Task<RequestView> SubmittedAsync(TestDatabase database)
    {
        var store = database.Get<RequestStore>();
        var request = (await store.CreateAsync(Sample.Sheet(), "", Sample.Requester, _ => Folder(), None)).Expect();
        Assert.True(await store.SubmitAsync(request.Id, None));
        return request;
    }

    /// <summary>As the worker leaves an environment whose deployment broke.</summary>
    private static async Task SettleAsync(TestDatabase database, Portal.Domain.Environments.EnvironmentId id)
    {
        await using var db = database.Open();
        (await db.Set<EnvironmentRow>().SingleAsync(e => e.Id == id)).State = Portal.Domain.Environments.EnvironmentState.Failed;
        await db.SaveChangesAsync();
    }

    private static Task<Waiver?> GiveAsync(TestDatabase database, RequestView request, DateOnly until, string control = Control) =>
        database.Get<WaiverStore>().GiveAsync(request.Id, control, Reason, until, Sample.Approver, None);

    private static Task<DecisionOutcome> DecideAsync(TestDatabase database, RequestView request, ApprovalDecision decision = ApprovalDecision.Approve, IReadOnlyCollection<AcceptedWaiver>? accepted = null) =>
        database.Get<ApprovalStore>().DecideAsync(request.Id, Sample.Approver, decision, request.Digest, BaseState.Empty, comment: null, Folder(), accepted, Stage.Production, "CC-1", expiresOn: null, None);

    private static PlanFolder Folder()
    {
        var folder = Sample.Folder();
        var plan = folder.Plan with { Controls = [new Finding(Control, "The firewall fails closed", FindingStatus.Failed, [])] };
        return new PlanFolder(plan, new SortedDictionary<string, string>(StringComparer.Ordinal) { [PlanFolder.PlanPath] = PlanJson.Write(plan), ["stacks/a.yaml"] = "a" });
    }
}
