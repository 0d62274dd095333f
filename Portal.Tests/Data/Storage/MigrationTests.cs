using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
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
}
