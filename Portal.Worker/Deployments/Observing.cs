using Portal.Data.Environments;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Worker.Aws;
using Portal.Worker.Aws.CloudFormation;

namespace Portal.Worker.Deployments;

/// <summary>From what AWS answered to what the step function and the rows understand.</summary>
public static class Observing
{
    public static StackReading ToReading(this ObservedStack stack) => new()
    {
        Id = stack.Id,
        Status = stack.Status,
        Reason = stack.Reason,
        ChangeSetId = stack.ChangeSetId,
        TerminationProtection = stack.TerminationProtection,
        Parameters = stack.Parameters,
        Outputs = stack.Outputs,
    };

    public static ChangeSetReading ToReading(this ObservedChangeSet changeSet) => new()
    {
        Id = changeSet.Id,
        StackId = changeSet.StackId,
        Status = changeSet.Status,
        ExecutionStatus = changeSet.ExecutionStatus,
        Reason = changeSet.Reason,
        HasNoChanges = changeSet.HasNoChanges,
    };

    public static EventRow ToRow(this ObservedEvent entry, EnvironmentId environment, string region) => new()
    {
        EventId = entry.EventId,
        EnvironmentId = environment,
        Kind = entry.IsOfStack ? EventKind.Stack : EventKind.Resource,
        At = entry.At,
        Stack = entry.StackName,
        Region = region,
        LogicalId = entry.LogicalId ?? "",
        PhysicalId = entry.PhysicalId ?? "",
        ResourceType = entry.ResourceType ?? "",
        Status = entry.Status,
        Reason = entry.Reason,
    };

    public static CallOutcome ToOutcome(this AwsException failure) => failure.Fault switch
    {
        AwsFault.Ambiguous => CallOutcome.Ambiguous,
        AwsFault.Throttled or AwsFault.Unreachable or AwsFault.Skewed => CallOutcome.Later,
        AwsFault.NotFound or AwsFault.AlreadyExists or AwsFault.WrongState => CallOutcome.Surprised,
        AwsFault.Refused or AwsFault.Expired => CallOutcome.Denied,
        _ => CallOutcome.Wrong,
    };
}
