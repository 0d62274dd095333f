using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.Resources;
using Portal.Sandbox.Store;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Control;

/// <summary>The faults that are set. Each counts what it matches, strikes on its turn, and is gone when it is spent.</summary>
public sealed class FaultScript(DurableStore store, SandboxClock clock)
{
    private const string Owner = "faults";
    private const string ChangeSetOperation = "CreateChangeSet";
    private static readonly string[] CallEffects = ["error-before", "lost-response", "delay", "throttle", "truncate"];
    private readonly Table<Fault> faults = store.Table<Fault>("fault");
    private readonly Dictionary<string, (double Tokens, DateTimeOffset At)> buckets = [];

    public static bool IsKnown(Fault fault) => fault.Effect switch
    {
        "fail" or "stuck" => IsOnResource(fault) || fault.Operation == ChangeSetOperation,
        "outage" => fault is { Region: not null, Seconds: > 0 },
        _ => CallEffects.Contains(fault.Effect),
    };

    public IReadOnlyList<Fault> All => faults.In(Owner);

    public void Add(Fault fault)
    {
        var id = Guid.NewGuid().ToString("N");
        faults.Put(Owner, id, fault with { Id = id, Since = clock.Now, Seen = 0 });
    }

    public void Clear()
    {
        foreach (var fault in faults.In(Owner).ToList()) faults.Remove(Owner, fault.Id);
        buckets.Clear();
    }

    /// <summary>What goes wrong with this call; null: nothing.</summary>
    public Fault? OnCall(AwsCall call)
    {
        if (All.FirstOrDefault(f => f.Effect == "outage" && f.Zone is null && f.Region == call.Region && IsOn(f)) is { } outage)
            return outage with { Effect = "error-before", Status = outage.Status ?? 503, Code = outage.Code ?? "ServiceUnavailable", Message = "Service is unavailable." };
        Fault? strikes = null;
        foreach (var fault in All.Where(f => Matches(f, call)).ToList())
        {
            if (fault.RequestsPerSecond is { } rate)
            {
                if (!TakeToken(fault, call, rate)) strikes ??= fault;
                continue;
            }

            if (strikes is not null) continue;
            if (fault.StrikesNext) strikes = fault;
            Count(fault);
        }

        return strikes;
    }

    /// <summary>Why the resource will fail; null: it will not.</summary>
    public string? ResourceFailure(StackState stack, ResourceState resource, ResourceOperation operation)
    {
        if (Strike("fail", f => Matches(f, stack, resource, operation)) is { } fault) return fault.Reason ?? "Internal Failure";
        return InOutage(stack, resource) ? $"Resource handler returned message: \"Insufficient capacity in the Availability Zone.\" (RequestToken: {Guid.NewGuid()}, HandlerErrorCode: ServiceInternalError)" : null;
    }

    /// <summary>Whether the resource will never be ready.</summary>
    public bool IsStuck(StackState stack, ResourceState resource, ResourceOperation operation) => Strike("stuck", f => Matches(f, stack, resource, operation)) is not null;

    /// <summary>Why a change set of the stack will fail while it is made; null: it will not.</summary>
    public string? ChangeSetFailure(StackState stack) => Strike("fail", f => OnChangeSet(f, stack)) is { } fault ? fault.Reason ?? "Internal Failure" : null;

    /// <summary>Whether a change set of the stack stays pending for ever.</summary>
    public bool IsChangeSetStuck(StackState stack) => Strike("stuck", f => OnChangeSet(f, stack)) is not null;

    /// <summary>Whether a zone of the region is down at the moment.</summary>
    public bool IsOut(string region, string zone) => All.Any(f => f.Effect == "outage" && f.Region == region && (f.Zone is null || f.Zone == zone) && IsOn(f));

    private bool InOutage(StackState stack, ResourceState resource) =>
        resource.PropertyNode["AvailabilityZone"]?.AsText is { } zone && IsOut(stack.Region, zone);

    private bool IsOn(Fault outage) => clock.Now < outage.Since.AddSeconds(outage.Seconds);

    private static bool Matches(Fault fault, AwsCall call) =>
        CallEffects.Contains(fault.Effect) && (fault.Operation is null || fault.Operation == call.Operation)
        && (fault.Account is null || fault.Account == AccountOf(call)) && (fault.Region is null || fault.Region == call.Region);

    /// <summary>AssumeRole is about the account of the role, whoever asks.</summary>
    private static string AccountOf(AwsCall call) => call.Query["RoleArn"]?.Split(':') is [_, _, _, _, var account, ..] && call.Operation == "AssumeRole" ? account : call.Account;

    private static bool Matches(Fault fault, StackState stack, ResourceState resource, ResourceOperation operation) =>
        IsOnResource(fault) && InStack(fault, stack)
        && (fault.ResourceType is null || fault.ResourceType == resource.Type) && (fault.LogicalId is null || fault.LogicalId == resource.LogicalId)
        && (fault.On is null || string.Equals(fault.On, operation.ToString(), StringComparison.OrdinalIgnoreCase));

    private static bool IsOnResource(Fault fault) => fault.ResourceType is not null || fault.LogicalId is not null;

    private static bool OnChangeSet(Fault fault, StackState stack) => !IsOnResource(fault) && fault.Operation == ChangeSetOperation && InStack(fault, stack);

    private static bool InStack(Fault fault, StackState stack) =>
        (fault.Account is null || fault.Account == stack.Account) && (fault.Region is null || fault.Region == stack.Region)
        && (fault.Stack is null || fault.Stack == stack.Name || fault.Stack == stack.Id);

    /// <summary>Counts all that match; the first whose turn it is strikes.</summary>
    private Fault? Strike(string effect, Func<Fault, bool> matches)
    {
        Fault? strikes = null;
        foreach (var fault in All.Where(f => f.Effect == effect && matches(f)).ToList())
        {
            if (strikes is null && fault.StrikesNext) strikes = fault;
            Count(fault);
        }

        return strikes;
    }

    private void Count(Fault fault)
    {
        if (fault.IsSpent) faults.Remove(Owner, fault.Id);
        else faults.Put(Owner, fault.Id, fault with { Seen = fault.Seen + 1 });
    }

    private bool TakeToken(Fault fault, AwsCall call, double rate)
    {
        var burst = Math.Max(1, fault.Count);
        var key = $"{fault.Id}/{call.World}";
        var (tokens, at) = buckets.GetValueOrDefault(key, (burst, clock.Now));
        tokens = Math.Min(burst, tokens + (clock.Now - at).TotalSeconds * rate);
        buckets[key] = (tokens >= 1 ? tokens - 1 : tokens, clock.Now);
        return tokens >= 1;
    }
}
