using Microsoft.EntityFrameworkCore;
using Portal.Data.Identity;
using Portal.Tests.Databases;
using Portal.Tests.Processes;

namespace Portal.Tests.Walks;

/// <summary>Web and worker are processes of their own over one SQLite file.</summary>
public sealed class SharedFileTests
{
    private const int Processes = 3;
    private const int Writes = 60;

    [Fact]
    public async Task Write_BySeveralProcessesAtOnce_LosesNothingAndRefusesNothing()
    {
        await using var database = await TestDatabase.SqliteAsync();

        var programs = Enumerable.Range(0, Processes).Select(_ => RealProcess.Start("Portal.Web", database.Settings, "token", "--user", "requester")).ToList();
        var exits = programs.Select(p => p.ExitCodeAsync()).ToList();
        for (var n = 0; n < Writes || exits.Any(e => !e.IsCompleted); n++)
        {
            await database.Get<TokenStore>().IssueAsync("approver", CancellationToken.None);
        }

        Assert.All(await Task.WhenAll(exits), code => Assert.Equal(0, code));
        await using var db = database.Open();
        Assert.Equal(Processes, await db.Set<ApiTokenRow>().CountAsync(t => t.UserName == "requester", CancellationToken.None));
        Assert.True(await db.Set<ApiTokenRow>().CountAsync(t => t.UserName == "approver", CancellationToken.None) >= Writes);
        foreach (var program in programs)
        {
            await program.DisposeAsync();
        }
    }
}
