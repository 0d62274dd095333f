using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Requests;
using Portal.Data.Storage;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;
using Portal.Tests.Databases;

namespace Portal.Tests.Data.Requests;

/// <summary>A range for each region. The plans are the tests': each stands on as many of the offered ranges as it says.</summary>
public sealed class RegionAddressTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Create_ReservesARangeForEachRegion_AndNoOther(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);

        var first = await CreateAsync(database, "one", regions: 2);
        var second = await CreateAsync(database, "two", regions: 1);
        var refused = await CreateAsync(database, "refused", regions: 0);

        Assert.Equal(["10.64.0.0/20", "10.64.16.0/20"], await RangesAsync(database, first));
        Assert.Equal(["10.64.32.0/20"], await RangesAsync(database, second));
        Assert.Equal(["10.64.48.0/20"], await RangesAsync(database, refused));
        Assert.Equal(IPNetwork.Parse("10.64.0.0/20"), await database.Get<RequestStore>().AddressOfAsync(first.Id, None));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Create_OffersThreeRanges_OrWhatThePoolHas(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var offers = new List<int>();
        for (var n = 0; n < 4; n++)
        {
            Assert.True((await database.Get<RequestStore>().CreateAsync(Sample.Sheet($"shop-{n}", pool: "10.80.0.0/18"), "", Sample.Requester, Plan, None)).IsOk);
        }

        Assert.Equal([3, 3, 2, 1], offers);

        PlanFolder Plan(VpcAddresses offer)
        {
            offers.Add(offer.Blocks.Count);
            return Sample.Folder(offer, regions: 1);
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Create_ByManyAtOnce_NeverSharesARange_AndEachPlanStandsOnItsOwn(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);

        var views = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => CreateAsync(database, $"shop-{n}", regions: 1 + n % VpcAddresses.Most))));

        var all = new List<string>();
        foreach (var view in views)
        {
            var ranges = await RangesAsync(database, view);
            Assert.Equal((await database.Get<RequestStore>().FolderAsync(view.Id, 1, None))!.Plan.Regions.Select(region => region.VpcCidr), ranges);
            all.AddRange(ranges);
        }

        Assert.Equal(1 + 2 + 3 + 1 + 2 + 3 + 1 + 2, all.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Create_WhenASecondRangeIsTakenWhileItPlans_PlansAgainWithAnother(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        await CreateAsync(database, "before", regions: 1);
        var plan = new Meddled(offer => Take(database, offer.Blocks[1]), regions: 2);

        var view = (await database.Get<RequestStore>().CreateAsync(Sample.Sheet(), "", Sample.Requester, plan.Of, None)).Expect();

        Assert.Equal(2, plan.Asked);
        Assert.Equal(["10.64.16.0/20", "10.64.48.0/20"], await RangesAsync(database, view));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Revise_FromOneRegionToThreeAndBack_KeepsTheFirstRange(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var view = await CreateAsync(database, "shop", regions: 1);
        await CreateAsync(database, "other", regions: 1);

        view = (await ReviseAsync(database, view, regions: 3))!;
        Assert.Equal(["10.64.0.0/20", "10.64.32.0/20", "10.64.48.0/20"], await RangesAsync(database, view));

        view = (await ReviseAsync(database, view, regions: 1, "edited"))!;
        Assert.Equal(["10.64.0.0/20"], await RangesAsync(database, view));
        Assert.Equal(["10.64.32.0/20", "10.64.48.0/20"], await RangesAsync(database, await CreateAsync(database, "next", regions: 2)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Revise_WithTheSameNeeds_KeepsTheRangesAndTheDigest(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var gone = await CreateAsync(database, "gone", regions: 1);
        var view = await CreateAsync(database, "shop", regions: 2);
        await using (var db = database.Open())
        {
            await db.Set<AddressRow>().Where(a => a.RequestId == gone.Id).ExecuteDeleteAsync();
        }

        var revised = await ReviseAsync(database, view, regions: 2);

        Assert.Equal((2, view.Digest), (revised!.Revision, revised.Digest));
        Assert.Equal(["10.64.16.0/20", "10.64.32.0/20"], await RangesAsync(database, revised));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Revise_ThatLeavesOutTheMiddleRange_GivesItBack_AndClosesUp(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var view = await CreateAsync(database, "shop", regions: 3);

        view = (await database.Get<RequestStore>().ReviseAsync(view.Id, view.Digest, Sample.Sheet(), "", offer => Sample.Folder(new VpcAddresses([offer.Blocks[0], offer.Blocks[2]]), regions: 2), Sample.Requester, None))!;
        Assert.Equal(["10.64.0.0/20", "10.64.32.0/20"], await RangesAsync(database, view));

        view = (await ReviseAsync(database, view, regions: 3))!;
        Assert.Equal(["10.64.0.0/20", "10.64.32.0/20", "10.64.16.0/20"], await RangesAsync(database, view));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Revise_WhenThePoolNoLongerAdmitsASecondRange_TakesAnother(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var view = await CreateAsync(database, "shop", regions: 2);
        var sheet = Sample.Sheet();
        sheet = sheet with { Network = sheet.Network with { Reserved = [IPNetwork.Parse("10.64.16.0/24")] } };

        view = (await database.Get<RequestStore>().ReviseAsync(view.Id, view.Digest, sheet, "", offer => Sample.Folder(offer, regions: 2), Sample.Requester, None))!;

        Assert.Equal(["10.64.0.0/20", "10.64.32.0/20"], await RangesAsync(database, view));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Revise_WithAnOlderDigest_NeitherPlansNorTakesARange(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var view = await CreateAsync(database, "shop", regions: 1);
        var stale = view with { Digest = Sample.Folder("older").Plan.Digest };
        var plan = new Meddled(_ => { }, regions: 2);

        Assert.Null(await database.Get<RequestStore>().ReviseAsync(stale.Id, stale.Digest, Sample.Sheet(), "", plan.Of, Sample.Requester, None));

        Assert.Equal(0, plan.Asked);
        Assert.Equal(["10.64.0.0/20"], await RangesAsync(database, view));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Revise_OfARequestThatGaveItsRangesBack_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var view = await CreateAsync(database, "shop", regions: 1);
        await using (var db = database.Open())
        {
            await db.Set<AddressRow>().ExecuteDeleteAsync();
        }

        Assert.Null(await ReviseAsync(database, view, regions: 1, "edited"));
        Assert.Empty(await RangesAsync(database, view));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Revise_WhenARangeIsTakenWhileItPlans_PlansAgainWithAnother(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var view = await CreateAsync(database, "shop", regions: 1);
        var plan = new Meddled(offer => Take(database, offer.Blocks[1]), regions: 2);

        var revised = await database.Get<RequestStore>().ReviseAsync(view.Id, view.Digest, Sample.Sheet(), "", plan.Of, Sample.Requester, None);

        Assert.Equal((2, 2), (plan.Asked, revised!.Revision));
        Assert.Equal(["10.64.0.0/20", "10.64.32.0/20"], await RangesAsync(database, view));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Revise_ByManyAtOnce_IsWonByOne_AndTheRangesAreTheWinners(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var view = await CreateAsync(database, "shop", regions: 1);

        var revised = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => ReviseAsync(database, view, regions: 1 + n % VpcAddresses.Most, $"edit {n}"))));

        var winner = Assert.Single(revised, r => r is not null)!;
        var plan = (await database.Get<RequestStore>().FolderAsync(view.Id, 2, None))!.Plan;
        Assert.Equal((winner.Digest, 2), (plan.Digest, winner.Revision));
        Assert.Equal(plan.Regions.Select(region => region.VpcCidr), await RangesAsync(database, view));
    }

    private static async Task<RequestView> CreateAsync(TestDatabase database, string name, int regions) =>
        (await database.Get<RequestStore>().CreateAsync(Sample.Sheet(name), "", Sample.Requester, offer => Sample.Folder(offer, regions), None)).Expect();

    private static Task<RequestView?> ReviseAsync(TestDatabase database, RequestView view, int regions, string content = "a") =>
        database.Get<RequestStore>().ReviseAsync(view.Id, view.Digest, Sample.Sheet(), "", offer => Sample.Folder(offer, regions, content), Sample.Requester, None);

    private static async Task<IReadOnlyList<string>> RangesAsync(TestDatabase database, RequestView view)
    {
        await using var db = database.Open();
        var rows = await db.Set<AddressRow>().Where(a => a.RequestId == view.Id).OrderBy(a => a.Ordinal).ToListAsync();
        Assert.Equal(Enumerable.Range(0, rows.Count), rows.Select(row => row.Ordinal));
        return [.. rows.Select(row => row.Cidr)];
    }

    /// <summary>Another request's range, as that request's own transaction would leave it.</summary>
    private static void Take(TestDatabase database, IPNetwork range)
    {
        using var db = database.Open();
        db.Add(new AddressRow { Cidr = range.ToString(), RequestId = RequestId.New(TimeProvider.System.GetUtcNow()) });
        db.SaveChanges();
    }

    /// <summary>A planner during whose first plan something else happens.</summary>
    private sealed class Meddled(Action<VpcAddresses> meanwhile, int regions)
    {
        public int Asked { get; private set; }

        public PlanFolder Of(VpcAddresses offer)
        {
            if (++Asked == 1)
            {
                meanwhile(offer);
            }

            return Sample.Folder(offer, regions);
        }
    }
}
