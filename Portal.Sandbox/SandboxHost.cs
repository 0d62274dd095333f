using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Portal.Sandbox.CloudFormation;
using Portal.Sandbox.CloudFormation.ChangeSets;
using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Control;
using Portal.Sandbox.Resources;
using Portal.Sandbox.S3;
using Portal.Sandbox.Ssm;
using Portal.Sandbox.Store;
using Portal.Sandbox.Sts;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox;

/// <summary>The simulated AWS, listening.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private const long MaxBodyBytes = 16 << 20;

    private readonly WebApplication app;
    private readonly DurableStore store;
    private readonly CancellationTokenSource stopping = new();
    private readonly Scheduler scheduler;
    private readonly Task moving;

    private SandboxHost(WebApplication app, DurableStore store, Scheduler scheduler)
    {
        (this.app, this.store, this.scheduler) = (app, store, scheduler);
        moving = Task.Run(() => scheduler.RunAsync(stopping.Token));
        Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public string Url { get; }

    public static async Task<SandboxHost> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        // Empty: the settings files and variables around it, another program's perhaps, are none of its business.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseUrls($"http://{options.Host}:{options.Port}").ConfigureKestrel(k => k.Limits.MaxRequestBodySize = MaxBodyBytes);
        var app = builder.Build();
        var store = new DurableStore(options.DataFile);
        var scheduler = Compose(app, store, options);
        await app.StartAsync(cancellationToken);
        return new SandboxHost(app, store, scheduler);
    }

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await stopping.CancelAsync();
        await moving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
        scheduler.Dispose();
        store.Dispose();
    }

    /// <summary>All parts, wired by hand: this is the map of the sandbox.</summary>
    private static Scheduler Compose(WebApplication app, DurableStore store, SandboxOptions options)
    {
        var realTime = options.TimeProvider;
        var clock = new SandboxClock(store, realTime, options.Speed);
        var scheduler = new Scheduler(store, clock, realTime, app.Services.GetRequiredService<ILogger<Scheduler>>());
        var faults = new FaultScript(store, clock);
        var credentials = new CredentialStore(store);
        var parameters = new ParameterStore(store);

        var tables = new StackTables(store, clock, options.Seed);
        var objects = new ObjectStore(store, tables);
        var evaluation = new StackEvaluation(tables, parameters);
        var runner = new StepRunner(tables, evaluation, new ServiceRules(new StandingResources(tables), objects), faults, clock, scheduler);
        var engine = new StackEngine(tables, evaluation, runner, scheduler, clock);
        var planner = new ChangePlanner(tables, evaluation);
        var changeSets = new ChangeSetTable(store, tables, engine, planner, faults, clock, scheduler);
        var (finder, tokens, binding, source) = (new StackFinder(tables), new TokenBook(store), new ParameterBinding(parameters, new ParameterExistence(tables)), new TemplateSource(objects));
        var drift = new DriftCalls(store, tables, finder, clock, scheduler);
        var journal = new CallJournal(store, finder, changeSets);

        var services = new Dictionary<string, IAwsService>
        {
            ["sts"] = new StsService(credentials, realTime),
            ["s3"] = new S3Service(objects),
            ["ssm"] = new SsmService(parameters),
            ["cloudformation"] = new CloudFormationService(
                new StackCalls(tables, finder, engine, binding, planner, tokens, source), new StackQueries(tables, finder),
                new ChangeSetCalls(changeSets, tables, finder, engine, binding, planner, tokens, source), new TemplateCalls(finder, changeSets, source), drift),
        };

        store.Open();
        engine.Resume();
        changeSets.Resume();
        drift.Resume();

        new ControlApi(store, faults, journal, clock, scheduler, tables, engine, parameters).Map(app);
        app.MapFallback("{*path}", new AwsEndpoint(store, new Authenticator(credentials, realTime), faults, journal, clock, realTime, services, app.Services.GetRequiredService<ILogger<AwsEndpoint>>()).AnswerAsync);
        return scheduler;
    }
}
