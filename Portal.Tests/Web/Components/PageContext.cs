using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Data;
using Portal.Data.Requests;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;
using Portal.Tests.Databases;
using Portal.Web;
using Portal.Web.Approvals;
using Portal.Web.Identity;
using Portal.Web.Requests;
using Radzen;

namespace Portal.Tests.Web.Components;

/// <summary>
/// Whole pages over the real services and a database of their own; only the planner is quick and the browser is bUnit's. A page that lives
/// renders by itself: tests find and press within one InvokeAsync, or it changes under their hand.
/// </summary>
public abstract class PageContext : BunitContext, IAsyncLifetime
{
    private TestDatabase database = null!;
    private BunitAuthorizationContext authorization = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.SqliteAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        authorization = this.AddAuthorization();
        Services.AddPortalData(new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build());
        Services.AddLogging(log => log.ClearProviders());
        Services.AddRadzenComponents();
        Services.AddPortalServices();
        Services.AddSingleton(new SheetPlanner(RequestReader.Read, Plan, (sheet, addresses) => Plan(sheet, addresses).Plan));
        Services.AddSingleton<IHostApplicationLifetime, NoHost>();
        Services.AddScoped<ActorAccessor>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    protected void SignIn(string userName)
    {
        authorization.SetAuthorized(userName);
        authorization.SetClaims(new Claim(ClaimTypes.NameIdentifier, userName));
    }

    protected async Task<RequestView> SavedAsync(string name = "shop", Stage stage = Stage.Production) =>
        (await Get<RequestService>().CreateAsync(LocalPeople.Find("requester")!, Make.SheetYaml(stage, name), CancellationToken.None)).Value!;

    /// <summary>With one failed control, <c>pci-dss/1</c>.</summary>
    protected async Task<RequestView> FailingAsync(string name = "shop") => (await Get<RequestService>().CreateAsync(
        LocalPeople.Find("requester")!, Make.Edited(Make.SheetYaml(Stage.Production, name), ("budget:", "compliance: [pci-dss]\nbudget:")), CancellationToken.None)).Value!;

    protected async Task<RequestView> SubmittedAsync(string name = "shop")
    {
        var saved = await SavedAsync(name);
        return (await Get<RequestService>().SubmitAsync(LocalPeople.Find("requester")!, saved.Id, CancellationToken.None)).Value!;
    }

    protected async Task<RequestView> ApprovedAsync(string name = "shop")
    {
        var submitted = await SubmittedAsync(name);
        return (await Get<ApprovalService>().DecideAsync(LocalPeople.Find("approver")!, submitted.Id, Portal.Domain.Approvals.ApprovalDecision.Approve, submitted.Digest, null, null, CancellationToken.None)).Value!;
    }

    private static PlanFolder Plan(RequestSheet sheet, VpcAddresses addresses)
    {
        var plan = SamplePlan.Shop with
        {
            Name = sheet.Metadata.Name,
            Team = sheet.Metadata.Team,
            Controls = QuickPlanner.Controls(sheet),
            Digest = Digest.Of([new("cidr", addresses.First.ToString()), new("peak", $"{sheet.Traffic.PeakRps}"), new("name", sheet.Metadata.Name)]),
        };
        var files = plan.Stacks.ToDictionary(s => s.Template, s => $"Description: {s.Module}\n");
        return new PlanFolder(plan, new SortedDictionary<string, string>(files, StringComparer.Ordinal) { [PlanFolder.PlanPath] = PlanJson.Write(plan) });
    }

    private sealed class NoHost : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
