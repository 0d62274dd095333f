using System.Net;
using Portal.Data.Requests;
using Portal.Data.Storage;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Databases;
using Portal.Tests.Time;

namespace Portal.Tests.Data.Requests;

public sealed class RequestStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Create_StoresSheetPlanAndAddress(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var store = database.Get<RequestStore>();
        IPNetwork? asked = null;

        var view = (await store.CreateAsync(Sample.Sheet(), "the sheet", Sample.Requester, offer => { asked = offer.First; return Sample.Folder(); }, None)).Expect();

        var found = await store.FindAsync(view.Id, None);
        Assert.Equal(view, found);
        Assert.Equal(RequestState.Draft, view.State);
        Assert.Equal(asked, await store.AddressOfAsync(view.Id, None));
        Assert.Equal("the sheet", await store.SheetAsync(view.Id, 1, None));
        Assert.Equal(Sample.Folder().Files, (await store.FolderAsync(view.Id, 1, None))!.Files);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Create_WhenTheTeamHasThatName_IsRefusedByName(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var store = database.Get<RequestStore>();
        await store.CreateAsync(Sample.Sheet(), "", Sample.Requester, _ => Sample.Folder(), None);

        var second = await store.CreateAsync(Sample.Sheet(), "", Sample.Requester, _ => Sample.Folder(), None);

        Assert.Equal("metadata.name", Assert.Single(second.Problems).Path);
        Assert.True((await store.CreateAsync(Sample.Sheet(team: "platform"), "", Sample.Requester, _ => Sample.Folder(), None)).IsOk);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Create_ByManyAtOnce_GivesEachAnAddressOfItsOwn(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var store = database.Get<RequestStore>();

        var views = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() =>
            store.CreateAsync(Sample.Sheet($"shop-{n}"), "", Sample.Requester, _ => Sample.Folder(), None))));

        var addresses = await Task.WhenAll(views.Select(v => store.AddressOfAsync(v.Expect().Id, None)));
        Assert.Equal(8, addresses.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Create_WhenThePoolIsUsedUp_NamesThePool(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var store = database.Get<RequestStore>();
        await store.CreateAsync(Sample.Sheet("one", pool: "10.80.0.0/20"), "", Sample.Requester, _ => Sample.Folder(), None);

        var second = await store.CreateAsync(Sample.Sheet("two", pool: "10.80.0.0/20"), "", Sample.Requester, _ => Sample.Folder(), None);

        Assert.Equal("network.cidrPool", Assert.Single(second.Problems).Path);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Revise_WithTheCurrentDigest_AddsARevision_AndWithAnOlderOneNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var store = database.Get<RequestStore>();
        var first = (await store.CreateAsync(Sample.Sheet(), "", Sample.Requester, _ => Sample.Folder("a"), None)).Expect();

        var second = await store.ReviseAsync(first.Id, first.Digest, Sample.Sheet(), "", _ => Sample.Folder("b"), Sample.Requester, None);
        var stale = await store.ReviseAsync(first.Id, first.Digest, Sample.Sheet(), "", _ => Sample.Folder("c"), Sample.Requester, None);

        Assert.Equal(2, second!.Revision);
        Assert.Null(stale);
        Assert.Equal(second, await store.FindAsync(first.Id, None));
        Assert.Equal("a", (await store.FolderAsync(first.Id, 1, None))!.Files["stacks/a.yaml"]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task List_PagesNewestFirst_AndShowsOnlyTheTeamsAskedFor(DatabaseProvider provider)
    {
        var clock = ManualClock.At("2026-05-01T12:00:00Z");
        await using var database = await TestDatabase.OfAsync(provider, clock);
        var store = database.Get<RequestStore>();
        for (var n = 0; n < 5; n++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await store.CreateAsync(Sample.Sheet($"shop-{n}"), "", Sample.Requester, _ => Sample.Folder(), None);
            await store.CreateAsync(Sample.Sheet($"film-{n}", team: "media"), "", Sample.Requester, _ => Sample.Folder(), None);
        }

        var names = new List<string>();
        for (RequestId? cursor = null; ;)
        {
            var page = await store.ListAsync(["storefront"], null, cursor, 2, None);
            names.AddRange(page.Select(r => r.Name));
            if (page.Count < 2)
            {
                break;
            }

            cursor = page[^1].Id;
        }

        Assert.Equal(["shop-4", "shop-3", "shop-2", "shop-1", "shop-0"], names);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Submit_OfARefusedPlan_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var store = database.Get<RequestStore>();
        var refused = (await store.CreateAsync(Sample.Sheet(), "", Sample.Requester, _ => Sample.Folder(feasible: false), None)).Expect();

        Assert.False(await store.SubmitAsync(refused.Id, None));
        Assert.Equal(RequestState.Draft, (await store.FindAsync(refused.Id, None))!.State);
    }
}
