using System.Reflection;
using Portal.Domain.Approvals;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Web.Approvals;
using Portal.Web.Requests;

namespace Portal.Web.Hosting.Demo;

/// <summary>
/// A sample organisation for a first look (<c>Portal__Demo</c>): its sheets go through the same services as anybody's, so what one sees is planned, signed and
/// deployed for real, into the simulated AWS. Runs once, beside the first page, and only into an empty portal.
/// </summary>
public sealed class DemoOrganisation(RequestService requests, ApprovalService approvals, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly Actor Approver = LocalPeople.Find("approver")!;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        if ((await requests.ListAsync(Approver, state: null, cursor: null, take: 1, stoppingToken)).Count > 0)
        {
            return;
        }

        await AddAsync("1-checkout", "requester", Until.Approved, stoppingToken);
        await AddAsync("2-clip-search", "requester2", Until.Submitted, stoppingToken);
        await AddAsync("3-release-notes", "requester", Until.Saved, stoppingToken);
        await AddAsync("4-live-scores", "requester2", Until.Saved, stoppingToken);
    }

    private async Task AddAsync(string sheet, string userName, Until until, CancellationToken cancellationToken)
    {
        var person = LocalPeople.Find(userName)!;
        var saved = await requests.CreateAsync(person, Text(sheet), cancellationToken);
        if (!saved.IsOk || until == Until.Saved)
        {
            return;
        }

        await requests.SubmitAsync(person, saved.Value.Id, cancellationToken);
        if (until == Until.Approved)
        {
            await approvals.DecideAsync(Approver, saved.Value.Id, ApprovalDecision.Approve, saved.Value.Digest, "Sized for the season; price agreed with finance.", accepted: null, cancellationToken);
        }
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    private static string Text(string sheet)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"demo/{sheet}.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private enum Until
    {
        Saved,
        Submitted,
        Approved,
    }
}
