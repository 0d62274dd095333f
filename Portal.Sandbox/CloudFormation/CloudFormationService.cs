using Portal.Sandbox.CloudFormation.ChangeSets;
using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation;

/// <summary>CloudFormation's operations, by name.</summary>
public sealed class CloudFormationService(StackCalls stacks, StackQueries queries, ChangeSetCalls changeSets, TemplateCalls templates, DriftCalls drift) : IAwsService
{
    public const string Namespace = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    private static readonly HashSet<string> Mutating =
    [
        "CreateChangeSet", "ExecuteChangeSet", "DeleteChangeSet", "CreateStack", "UpdateStack", "DeleteStack", "SetStackPolicy",
        "UpdateTerminationProtection", "CancelUpdateStack", "ContinueUpdateRollback", "RollbackStack", "DetectStackDrift",
    ];

    public string XmlNamespace => Namespace;

    public bool Mutates(string operation) => Mutating.Contains(operation);

    public AwsReply Answer(AwsCall call) => call.Operation switch
    {
        "CreateStack" => stacks.Create(call),
        "UpdateStack" => stacks.Update(call),
        "DeleteStack" => stacks.Delete(call),
        "CancelUpdateStack" => stacks.CancelUpdate(call),
        "ContinueUpdateRollback" => stacks.ContinueRollback(call),
        "RollbackStack" => stacks.Rollback(call),
        "SetStackPolicy" => stacks.SetPolicy(call),
        "GetStackPolicy" => stacks.GetPolicy(call),
        "UpdateTerminationProtection" => stacks.Protect(call),
        "DescribeStacks" => queries.Describe(call),
        "ListStacks" => queries.List(call),
        "DescribeStackEvents" => queries.Events(call),
        "ListStackResources" => queries.ListResources(call),
        "DescribeStackResources" => queries.DescribeResources(call),
        "DescribeStackResource" => queries.DescribeResource(call),
        "CreateChangeSet" => changeSets.Create(call),
        "DescribeChangeSet" => changeSets.Describe(call),
        "ListChangeSets" => changeSets.List(call),
        "ExecuteChangeSet" => changeSets.Execute(call),
        "DeleteChangeSet" => changeSets.Delete(call),
        "GetTemplate" => templates.Get(call),
        "GetTemplateSummary" => templates.Summary(call),
        "ValidateTemplate" => templates.Validate(call),
        "DetectStackDrift" => drift.Detect(call),
        "DescribeStackDriftDetectionStatus" => drift.Status(call),
        "DescribeStackResourceDrifts" => drift.Resources(call),
        _ => throw IAwsService.UnknownOperation(call),
    };
}
