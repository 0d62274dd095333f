using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Requests;
using Portal.Data.Storage;
using Portal.Domain.Requests;
using Portal.Tests.Databases;

namespace Portal.Tests.Data.Storage;

public sealed class MigrationTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Migrations_HoldTheWholeModel(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OfAsync(provider);
        await using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Migrate_OfADatabaseWithOneRangeARequest_KeepsItAsTheFirst_AndTheOldProgramMayGoOn(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.OldAsync(provider, "Init");
        var (before, after) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var db = database.Open();
        await InsertAsync("10.64.0.0/20", before);

        await database.Get<Migrator>().MigrateAsync(CancellationToken.None);
        await InsertAsync("10.64.16.0/20", after);

        var requests = database.Get<RequestStore>();
        Assert.Equal(IPNetwork.Parse("10.64.0.0/20"), await requests.AddressOfAsync(new RequestId(before), CancellationToken.None));
        Assert.Equal(IPNetwork.Parse("10.64.16.0/20"), await requests.AddressOfAsync(new RequestId(after), CancellationToken.None));
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());

        // As the program before the ordinals writes a row.
        Task InsertAsync(string cidr, Guid request) => db.Database.ExecuteSqlAsync($"""INSERT INTO addresses ("Cidr", "RequestId") VALUES ({cidr}, {request})""");
    }
}
