using System.Xml.Linq;
using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Control;
using Portal.Sandbox.Store;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Stacks;

public sealed record DriftDetection(string Id, string StackId, DateTimeOffset Started, DateTimeOffset Due, bool IsDone, string? Status, int Drifted);

/// <summary>Drift detection: what stands against what the template wanted.</summary>
public sealed class DriftCalls
{
    private const string TimerKind = "drift";
    private static readonly TimeSpan Takes = TimeSpan.FromSeconds(20);

    private readonly Table<DriftDetection> detections;
    private readonly StackTables tables;
    private readonly StackFinder finder;
    private readonly SandboxClock clock;
    private readonly Scheduler scheduler;

    public DriftCalls(DurableStore store, StackTables tables, StackFinder finder, SandboxClock clock, Scheduler scheduler)
    {
        (detections, this.tables, this.finder, this.clock, this.scheduler) = (store.Table<DriftDetection>("drift"), tables, finder, clock, scheduler);
        scheduler.Handle(TimerKind, OnTimer);
    }

    public void Resume()
    {
        foreach (var detection in detections.All.Where(d => !d.IsDone)) scheduler.Add(new DueTimer(TimerKind, detections.Owners.First(o => detections.Find(o, detection.Id) is not null), detection.Id, detection.Due));
    }

    public AwsReply Detect(AwsCall call)
    {
        var stack = finder.Living(call, call.Query.Required("StackName"));
        if (StackStatus.IsMoving(stack.Status) || stack.Status is StackStatus.ReviewInProgress or StackStatus.RollbackComplete)
            throw AwsException.Validation($"Drift detection cannot be performed on stack [{stack.Id}] in {stack.Status} state.");
        var detection = new DriftDetection(Guid.NewGuid().ToString(), stack.Id, tables.Now, tables.Now + Takes / clock.Speed, false, null, 0);
        detections.Put(call.World, detection.Id, detection);
        scheduler.Add(new DueTimer(TimerKind, call.World, detection.Id, detection.Due));
        return Reply(call, Xml.Value("StackDriftDetectionId", detection.Id));
    }

    public AwsReply Status(AwsCall call)
    {
        var id = call.Query.Required("StackDriftDetectionId");
        var found = detections.Find(call.World, id) ?? throw AwsException.Validation($"Drift detection [{id}] does not exist");
        return Reply(call, Xml.Value("StackId", found.StackId), Xml.Value("StackDriftDetectionId", found.Id), Xml.Value("StackDriftStatus", found.Status),
            Xml.Value("DetectionStatus", found.IsDone ? "DETECTION_COMPLETE" : "DETECTION_IN_PROGRESS"), found.IsDone ? Xml.Value("DriftedStackResourceCount", (int?)found.Drifted) : null, Xml.Value("Timestamp", found.Started));
    }

    public AwsReply Resources(AwsCall call)
    {
        var stack = finder.Described(call, call.Query.Required("StackName"));
        var filter = call.Query.List("StackResourceDriftStatusFilters");
        var page = Page.Forward<ResourceState>(call, [.. tables.Resources.In(stack.Id).Where(r => r.DriftStatus != "NOT_CHECKED" && (filter.Count == 0 || filter.Contains(r.DriftStatus)))]);
        return Reply(call, Xml.List("StackResourceDrifts", page.Items, r => new object?[]
        {
            Xml.Value("StackId", stack.Id), Xml.Value("LogicalResourceId", r.LogicalId), Xml.Value("PhysicalResourceId", r.PhysicalId), Xml.Value("ResourceType", r.Type),
            Xml.Value("ExpectedProperties", r.Properties), Xml.Value("ActualProperties", r.Actual ?? r.Properties), Differences(r), Xml.Value("StackResourceDriftStatus", r.DriftStatus), Xml.Value("Timestamp", stack.DriftChecked),
        }), page.Token);
    }

    private void OnTimer(DueTimer timer)
    {
        if (detections.Find(timer.Owner, timer.Key) is not { IsDone: false } detection || tables.Find(detection.StackId) is not { } stack) return;
        var drifted = 0;
        foreach (var resource in tables.Resources.In(stack.Id).Where(r => r.Exists).ToList())
        {
            var same = resource.Actual is null || resource.Actual == resource.Properties;
            if (!same) drifted++;
            tables.Resources.Put(stack.Id, resource.LogicalId, resource with { DriftStatus = same ? "IN_SYNC" : "MODIFIED" });
        }

        var status = drifted > 0 ? "DRIFTED" : "IN_SYNC";
        tables.Put(tables.Get(stack.Id) with { DriftStatus = status, DriftChecked = tables.Now });
        detections.Put(timer.Owner, detection.Id, detection with { IsDone = true, Status = status, Drifted = drifted });
    }

    private static XElement Differences(ResourceState resource)
    {
        var (expected, actual) = (resource.PropertyNode, Node.FromJson(resource.Actual ?? resource.Properties));
        var paths = Leaves("", expected).Concat(Leaves("", actual)).Select(l => l.Path).Distinct();
        var differences = paths.Select(p => (Path: p, Expected: Leaves("", expected).FirstOrDefault(l => l.Path == p).Value, Actual: Leaves("", actual).FirstOrDefault(l => l.Path == p).Value)).Where(d => d.Expected != d.Actual);
        return Xml.List("PropertyDifferences", differences, d => new object?[]
        {
            Xml.Value("PropertyPath", d.Path), Xml.Value("ExpectedValue", d.Expected ?? "null"), Xml.Value("ActualValue", d.Actual ?? "null"),
            Xml.Value("DifferenceType", d.Expected is null ? "ADD" : d.Actual is null ? "REMOVE" : "NOT_EQUAL"),
        });
    }

    private static IEnumerable<(string Path, string Value)> Leaves(string path, Node node) => node switch
    {
        MapNode map => map.Members.SelectMany(m => Leaves($"{path}/{m.Key}", m.Value)),
        ListNode list => list.Items.SelectMany((item, i) => Leaves($"{path}/{i}", item)),
        _ => [(path, node.AsText ?? "null")],
    };

    private static AwsReply Reply(AwsCall call, params object?[] result) => Xml.Reply(call, CloudFormationService.Namespace, result);
}
