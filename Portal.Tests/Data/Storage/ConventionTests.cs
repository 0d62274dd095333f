using Microsoft.EntityFrameworkCore;
using Portal.Data.Environments;
using Portal.Data.Storage;
using Portal.Domain.Costs;
using Portal.Domain.Environments;
using Portal.Domain.Requests;
using Portal.Tests.Databases;

namespace Portal.Tests.Data.Storage;

public sealed class ConventionTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Instants_AreComparedAsUtc_AndMoneyIsSummedExactly(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var noon = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(9));
        await using (var db = database.Open())
        {
            db.AddRange(Enumerable.Range(0, 10).Select(n => Environment(noon.AddMinutes(n))));
            await db.SaveChangesAsync(CancellationToken.None);
        }

        await using var read = database.Open();
        var utc = noon.ToUniversalTime().AddMinutes(5);
        var later = read.Set<EnvironmentRow>().Where(e => e.CreatedAt >= utc);
        Assert.Equal(5, await later.CountAsync(CancellationToken.None));
        Assert.Equal(Money.FromUsd(0.1m).NanoUsd * 5, (await later.Select(e => e.EstimateUsd).ToListAsync(CancellationToken.None)).Sum().NanoUsd);
        Assert.All(await later.ToListAsync(CancellationToken.None), e => Assert.Equal(TimeSpan.Zero, e.CreatedAt.Offset));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Save_OfARowThatSomebodyElseChanged_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        var row = Environment(DateTimeOffset.UnixEpoch);
        await using (var db = database.Open())
        {
            db.Add(row);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        await using var one = database.Open();
        await using var two = database.Open();
        (await one.Set<EnvironmentRow>().SingleAsync(CancellationToken.None)).State = EnvironmentState.Running;
        (await two.Set<EnvironmentRow>().SingleAsync(CancellationToken.None)).State = EnvironmentState.Failed;
        await one.SaveChangesAsync(CancellationToken.None);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.SaveChangesAsync(CancellationToken.None));
    }

    private static EnvironmentRow Environment(DateTimeOffset at) => new()
    {
        Id = EnvironmentId.New(at),
        RequestId = RequestId.New(at),
        Team = "storefront",
        Name = "shop",
        EstimateUsd = Money.FromUsd(0.1m),
        CreatedAt = at,
        UpdatedAt = at,
    };
}
