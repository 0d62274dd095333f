using System.Text.Json;
using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Ssm;
using Portal.Sandbox.Store;

namespace Portal.Sandbox.Control;

public sealed record ClockChange(double? Speed, double? AdvanceSeconds);

public sealed record DriftChange(string Stack, string LogicalId, string Property, JsonElement Value, string? Account, string? Region);

public sealed record ImageChange(string Parameter, string? Region, string ImageId);

/// <summary>The calls under /_sandbox: what no cloud offers and every test needs.</summary>
public sealed class ControlApi(DurableStore store, FaultScript faults, CallJournal journal, SandboxClock clock, Scheduler scheduler, StackTables tables, StackEngine engine, ParameterStore parameters)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/_sandbox");
        group.MapGet("/health", () => Results.Ok(new { status = "ok" }));
        group.MapPost("/faults", (JsonElement body) => Change(() => AddFaults(body)));
        group.MapGet("/faults", () => Read(() => faults.All.ToList()));
        group.MapDelete("/faults", () => Change(() => Done(faults.Clear)));
        group.MapGet("/journal", () => Read(() => journal.All.ToList()));
        group.MapGet("/stacks", () => Read(() => tables.Stacks.All.Select(Truth).ToList()));
        group.MapPost("/clock", (ClockChange body) => Change(() => SetClock(body)));
        group.MapGet("/clock", () => Read(Clock));
        group.MapPost("/drift", (DriftChange body) => Change(() => Drift(body)));
        group.MapPost("/images", (ImageChange body) => Change(() => Done(() => parameters.Move(body.Parameter, body.Region, body.ImageId, clock.Now))));
    }

    private IResult Change(Func<IResult> change)
    {
        lock (store.Gate)
        {
            var result = change();
            store.Commit(durable: true);
            return result;
        }
    }

    private IResult Read<T>(Func<T> read)
    {
        lock (store.Gate) return Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(read(), Json), "application/json");
    }

    private static IResult Done(Action action)
    {
        action();
        return Results.NoContent();
    }

    private object Clock() => new { now = clock.Now, offsetSeconds = clock.Offset.TotalSeconds, speed = clock.Speed };

    private IResult AddFaults(JsonElement body)
    {
        try
        {
            var list = body.ValueKind == JsonValueKind.Array ? body.Deserialize<List<Fault>>(Json)! : [body.Deserialize<Fault>(Json)!];
            if (list.FirstOrDefault(f => !FaultScript.IsKnown(f)) is { } odd) return Results.Problem($"Fault {JsonSerializer.Serialize(odd, Json)} has no known effect or nothing to act on.", statusCode: 400);
            foreach (var fault in list) faults.Add(fault);
            return Results.Created("/_sandbox/faults", new { count = list.Count });
        }
        catch (JsonException e)
        {
            return Results.Problem(e.Message, statusCode: 400);
        }
    }

    private IResult SetClock(ClockChange change)
    {
        if (change.Speed is <= 0 || change.AdvanceSeconds is < 0) return Results.Problem("speed must be positive, advanceSeconds not negative", statusCode: 400);
        if (change.AdvanceSeconds is { } seconds) clock.Advance(TimeSpan.FromSeconds(seconds));
        if (change.Speed is { } speed) engine.ChangeSpeed(speed);
        scheduler.Wake();
        return Results.Ok(Clock());
    }

    private IResult Drift(DriftChange change)
    {
        var stack = tables.Stacks.All.FirstOrDefault(s => !s.IsDeleted && (s.Id == change.Stack || s.Name == change.Stack) && (change.Account ?? s.Account) == s.Account && (change.Region ?? s.Region) == s.Region);
        if (stack is null || tables.Resources.Find(stack.Id, change.LogicalId) is not { } resource) return Results.Problem($"No resource {change.LogicalId} in a stack {change.Stack}.", statusCode: 404);
        var actual = Edit.Set(Node.FromJson(resource.Actual ?? resource.Properties), change.Property.Trim('/').Split('/', '.'), Node.FromJson(change.Value));
        tables.Resources.Put(stack.Id, resource.LogicalId, resource with { Actual = actual.ToJson() });
        return Results.NoContent();
    }

    private object Truth(StackState stack) => new
    {
        account = stack.Account, region = stack.Region, name = stack.Name, id = stack.Id, status = stack.Status, statusReason = stack.StatusReason, terminationProtection = stack.IsProtected, stackPolicy = stack.Policy,
        tags = stack.Input?.Tags.ToDictionary(t => t.Key, t => t.Value), parameters = stack.Input?.Parameters.ToDictionary(p => p.Key, p => p.Value), template = stack.Input?.Template,
        outputs = stack.Outputs.ToDictionary(o => o.Key, o => o.Value),
        resources = tables.Resources.In(stack.Id).Select(r => new { logicalId = r.LogicalId, type = r.Type, physicalId = r.PhysicalId, status = r.Status }),
    };
}
