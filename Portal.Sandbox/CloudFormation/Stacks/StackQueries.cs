using System.Xml.Linq;
using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>The calls that read stacks, their events and resources.</summary>
public sealed class StackQueries(StackTables tables, StackFinder finder)
{
    private static readonly TimeSpan DeletedListed = TimeSpan.FromDays(90);

    public AwsReply Describe(AwsCall call)
    {
        if (call.Query["StackName"] is { } name) return Reply(call, Xml.List("Stacks", [finder.Described(call, name)], Describe));
        var page = Page.Forward<StackState>(call, [.. tables.Stacks.In(call.World).Where(s => !s.IsDeleted)]);
        return Reply(call, Xml.List("Stacks", page.Items, Describe), page.Token);
    }

    public AwsReply List(AwsCall call)
    {
        var filter = call.Query.List("StackStatusFilter").ToHashSet();
        var page = Page.Forward<StackState>(call, [.. tables.Stacks.In(call.World).Reverse().Where(s => (filter.Count == 0 || filter.Contains(s.Status)) && !(s.Deleted < call.Now - DeletedListed))]);
        return Reply(call, Xml.List("StackSummaries", page.Items, s => new object?[]
        {
            Xml.Value("StackId", s.Id), Xml.Value("StackName", s.Name), Xml.Value("TemplateDescription", s.Description), Xml.Value("CreationTime", s.Created), Xml.Value("LastUpdatedTime", s.Updated),
            Xml.Value("DeletionTime", s.Deleted), Xml.Value("StackStatus", s.Status), Xml.Value("StackStatusReason", s.StatusReason), Drift(s),
        }), page.Token);
    }

    public AwsReply Events(AwsCall call)
    {
        var stack = finder.Described(call, call.Query.Required("StackName"));
        var page = Page.Backward<StackEvent>(call, tables.Events.In(stack.Id));
        return Reply(call, Xml.List("StackEvents", page.Items, e => new object?[]
        {
            Xml.Value("StackId", stack.Id), Xml.Value("EventId", e.Id), Xml.Value("StackName", stack.Name), Xml.Value("LogicalResourceId", e.LogicalId), Xml.Value("PhysicalResourceId", e.PhysicalId),
            Xml.Value("ResourceType", e.Type), Xml.Value("Timestamp", e.At), Xml.Value("ResourceStatus", e.Status), Xml.Value("ResourceStatusReason", e.Reason),
            Xml.Value("ResourceProperties", e.Properties), Xml.Value("ClientRequestToken", e.Token),
        }), page.Token);
    }

    public AwsReply ListResources(AwsCall call)
    {
        var stack = finder.Described(call, call.Query.Required("StackName"));
        var page = Page.Forward<ResourceState>(call, tables.Resources.In(stack.Id));
        return Reply(call, Xml.List("StackResourceSummaries", page.Items, r => new object?[] { Resource(r), Xml.Value("LastUpdatedTimestamp", r.UpdatedAt) }), page.Token);
    }

    public AwsReply DescribeResources(AwsCall call)
    {
        var physical = call.Query["PhysicalResourceId"];
        var stack = physical is null ? finder.Described(call, call.Query.Required("StackName"))
            : tables.Stacks.In(call.World).FirstOrDefault(s => tables.Resources.In(s.Id).Any(r => r.PhysicalId == physical)) ?? throw AwsException.Validation($"Stack for {physical} does not exist");
        var wanted = tables.Resources.In(stack.Id).Where(r => (physical is null || r.PhysicalId == physical) && (call.Query["LogicalResourceId"] is not { } id || r.LogicalId == id));
        return Reply(call, Xml.List("StackResources", wanted.Take(100), r => new object?[] { Xml.Value("StackName", stack.Name), Xml.Value("StackId", stack.Id), Resource(r), Xml.Value("Timestamp", r.UpdatedAt) }));
    }

    public AwsReply DescribeResource(AwsCall call)
    {
        var (name, id) = (call.Query.Required("StackName"), call.Query.Required("LogicalResourceId"));
        var stack = finder.Find(call, name) ?? throw AwsException.Validation($"Stack '{name}' does not exist");
        var resource = tables.Resources.Find(stack.Id, id) ?? throw AwsException.Validation($"Resource {id} does not exist for stack {name}");
        return Reply(call, new XElement("StackResourceDetail", Xml.Value("StackName", stack.Name), Xml.Value("StackId", stack.Id), Resource(resource), Xml.Value("LastUpdatedTimestamp", resource.UpdatedAt), Xml.Value("Metadata", resource.Metadata ?? "{}")));
    }

    private static object?[] Resource(ResourceState r) =>
    [
        Xml.Value("LogicalResourceId", r.LogicalId), Xml.Value("PhysicalResourceId", r.PhysicalId), Xml.Value("ResourceType", r.Type), Xml.Value("ResourceStatus", r.Status),
        Xml.Value("ResourceStatusReason", r.Reason), new XElement("DriftInformation", Xml.Value("StackResourceDriftStatus", r.DriftStatus)),
    ];

    private static object?[] Describe(StackState s) =>
    [
        Xml.Value("StackId", s.Id), Xml.Value("StackName", s.Name), Xml.Value("ChangeSetId", s.ChangeSetId), Xml.Value("Description", s.Description),
        s.Input is { Parameters.Count: > 0 } input ? Xml.List("Parameters", Shown(input), p => Parameter(p)) : null,
        Xml.Value("CreationTime", s.Created), Xml.Value("DeletionTime", s.Deleted), Xml.Value("LastUpdatedTime", s.Updated), new XElement("RollbackConfiguration"),
        Xml.Value("StackStatus", s.Status), Xml.Value("StackStatusReason", s.StatusReason), Xml.Value("DisableRollback", s.DisableRollback), Xml.List("NotificationARNs", s.NotificationArns),
        Xml.Value("TimeoutInMinutes", s.TimeoutMinutes), s.Input is { Capabilities.Count: > 0 } c ? Xml.List("Capabilities", c.Capabilities) : null,
        s.Outputs.Count > 0 ? Xml.List("Outputs", s.Outputs, o => new object?[] { Xml.Value("OutputKey", o.Key), Xml.Value("OutputValue", o.Value), Xml.Value("Description", o.Description), Xml.Value("ExportName", o.ExportName) }) : null,
        Xml.Value("RoleARN", s.RoleArn), Xml.List("Tags", s.Input?.Tags ?? [], Tag), Xml.Value("EnableTerminationProtection", s.IsProtected), Drift(s),
    ];

    /// <summary>Values of NoEcho parameters never come back.</summary>
    internal static IEnumerable<ParameterValue> Shown(StackInput input)
    {
        var declared = Template.Parse(input.Template).Parameters;
        return input.Parameters.Select(p => declared.TryGetValue(p.Key, out var d) && d.NoEcho ? p with { Value = "****" } : p);
    }

    internal static object?[] Parameter(ParameterValue p) => [Xml.Value("ParameterKey", p.Key), Xml.Value("ParameterValue", p.Value), Xml.Value("ResolvedValue", p.Resolved)];

    internal static object?[] Tag(Tag t) => [Xml.Value("Key", t.Key), Xml.Value("Value", t.Value)];

    private static XElement Drift(StackState s) => new("DriftInformation", Xml.Value("StackDriftStatus", s.DriftStatus), Xml.Value("LastCheckTimestamp", s.DriftChecked));

    private static AwsReply Reply(AwsCall call, params object?[] result) => Xml.Reply(call, CloudFormationService.Namespace, result);
}
