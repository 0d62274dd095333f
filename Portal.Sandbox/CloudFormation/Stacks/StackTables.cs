using System.Security.Cryptography;
using System.Text;
using Portal.Sandbox.Control;
using Portal.Sandbox.Store;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>The rows of CloudFormation, and the writes that belong together: a status never changes without its event.</summary>
public sealed class StackTables(DurableStore store, SandboxClock clock, string? seed)
{
    /// <summary>By account and region, then stack id.</summary>
    public Table<StackState> Stacks { get; } = store.Table<StackState>("stack");

    /// <summary>These three by stack id.</summary>
    public Table<ResourceState> Resources { get; } = store.Table<ResourceState>("resource");
    public Table<Step> Steps { get; } = store.Table<Step>("step");
    public Table<StackEvent> Events { get; } = store.Table<StackEvent>("event");

    public DateTimeOffset Now => clock.Now;

    /// <summary>For a stack that is yet to be; where there is a seed, it says which id the first of a name gets, the second and so on.</summary>
    public string NewId(string account, string region, string name) => StackId.Create(account, region, name, seed is null
        ? Guid.NewGuid()
        : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{account}/{region}/{name}/{Stacks.In(Wire.AwsCall.WorldOf(account, region)).Count(s => s.Name == name)}")).AsSpan(0, 16)));

    public StackState Get(string stackId) => Find(stackId) ?? throw new InvalidOperationException($"no stack {stackId}");

    public StackState? Find(string stackId) => StackId.TryParse(stackId, out var id) ? Stacks.Find(id.World, stackId) : null;

    /// <summary>A living stack by name; deleted ones are found by id only.</summary>
    public StackState? Named(string world, string name) => Stacks.In(world).FirstOrDefault(s => s.Name == name && !s.IsDeleted);

    public void Put(StackState stack) => Stacks.Put(stack.World, stack.Id, stack);

    public StackState SetStatus(StackState stack, string status, string? reason)
    {
        var changed = stack with { Status = status, StatusReason = reason };
        Put(changed);
        Append(changed, new StackEvent
        {
            Id = Guid.NewGuid().ToString(), LogicalId = stack.Name, PhysicalId = stack.Id, Type = StackEvent.StackType,
            At = Now, Status = status, Reason = reason, Token = stack.Operation?.Token,
        });
        return changed;
    }

    public ResourceState SetStatus(StackState stack, ResourceState resource, string status, string? reason)
    {
        var changed = resource with { Status = status, Reason = reason, UpdatedAt = Now };
        Resources.Put(stack.Id, resource.LogicalId, changed);
        Report(stack, changed);
        return changed;
    }

    /// <summary>An event alone, for something that is no longer the resource of that name (the old half of a replacement).</summary>
    public void Report(StackState stack, ResourceState resource) => Append(stack, new StackEvent
    {
        Id = EventId(stack, resource), LogicalId = resource.LogicalId, PhysicalId = resource.PhysicalId ?? "", Type = resource.Type,
        At = Now, Status = resource.Status, Reason = resource.Reason, Properties = resource.Properties, Token = stack.Operation?.Token,
    });

    private void Append(StackState stack, StackEvent entry) => Events.Put(stack.Id, entry.Id, entry);

    /// <summary>As AWS writes it; a second event of the same kind in the same millisecond gets the next free one.</summary>
    private string EventId(StackState stack, ResourceState resource)
    {
        for (var at = Now; ; at = at.AddMilliseconds(1))
        {
            var id = $"{resource.LogicalId}-{resource.Status}-{Wire.Xml.Time(at)}";
            if (Events.Find(stack.Id, id) is null) return id;
        }
    }
}
