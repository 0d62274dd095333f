using Portal.Worker.Aws.Generated.CloudFormation;

namespace Portal.Worker.Aws.CloudFormation;

/// <summary>From the wire's types to ours and back; nothing else knows both.</summary>
internal static class Observing
{
    public static CreateChangeSetRequest ToRequest(this NewChangeSet changeSet) => new()
    {
        StackName = changeSet.Stack,
        ChangeSetName = changeSet.Name,
        ChangeSetType = changeSet.Type == ChangeSetType.Create ? "CREATE" : "UPDATE",
        ClientToken = changeSet.Token,
        Description = changeSet.Description,
        TemplateBody = changeSet.TemplateBody,
        TemplateURL = changeSet.TemplateUrl,
        RoleARN = changeSet.RoleArn,
        Capabilities = changeSet.Capabilities.Count > 0 ? [.. changeSet.Capabilities] : null,
        Parameters = ToWire(changeSet.Parameters, changeSet.KeptParameters),
        Tags = [.. changeSet.Tags.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new Tag { Key = pair.Key, Value = pair.Value })],
    };

    public static UpdateStackRequest ToRequest(this ParameterUpdate update) => new()
    {
        StackName = update.Stack,
        UsePreviousTemplate = true,
        ClientRequestToken = update.Token,
        Capabilities = update.Capabilities.Count > 0 ? [.. update.Capabilities] : null,
        Parameters = ToWire(update.Changed, update.Kept),
    };

    public static ObservedChangeSet ToObserved(this DescribeChangeSetResponse wire) => new()
    {
        Id = wire.ChangeSetId ?? "",
        Name = wire.ChangeSetName ?? "",
        StackId = wire.StackId ?? "",
        StackName = wire.StackName ?? "",
        Status = wire.Status ?? "",
        ExecutionStatus = wire.ExecutionStatus ?? "",
        Reason = wire.StatusReason,
        CreatedAt = wire.CreationTime,
        HasNoChanges = wire.Status == ChangeSetStatus.FAILED && AwsMessages.SaysNoChanges(wire.StatusReason),
        Parameters = Values(wire.Parameters),
        Tags = Values(wire.Tags),
        Changes = [.. (wire.Changes ?? []).Select(change => change.ResourceChange).OfType<ResourceChange>().Select(ToObserved)],
    };

    private static ObservedChange ToObserved(ResourceChange wire) => new(wire.Action ?? "", wire.LogicalResourceId ?? "", wire.PhysicalResourceId, wire.ResourceType ?? "")
    {
        Replacement = wire.Replacement,
        PolicyAction = wire.PolicyAction,
        Scope = wire.Scope ?? [],
        Details =
        [
            .. (wire.Details ?? []).Select(detail =>
                new ObservedChangeDetail(detail.Target?.Attribute, detail.Target?.Name, detail.Target?.RequiresRecreation, detail.ChangeSource, detail.CausingEntity)),
        ],
    };

    public static ObservedChangeSetSummary ToObserved(this ChangeSetSummary wire) =>
        new(wire.ChangeSetId ?? "", wire.ChangeSetName ?? "", wire.StackId ?? "", wire.Status ?? "", wire.ExecutionStatus ?? "", wire.StatusReason, wire.CreationTime);

    public static ObservedStack ToObserved(this Stack wire) => new()
    {
        Id = wire.StackId ?? "",
        Name = wire.StackName ?? "",
        Status = wire.StackStatus ?? "",
        Reason = wire.StackStatusReason,
        CreatedAt = wire.CreationTime,
        UpdatedAt = wire.LastUpdatedTime,
        DeletedAt = wire.DeletionTime,
        ChangeSetId = wire.ChangeSetId,
        RoleArn = wire.RoleARN,
        TerminationProtection = wire.EnableTerminationProtection ?? false,
        DriftStatus = wire.DriftInformation?.StackDriftStatus,
        Parameters = Values(wire.Parameters),
        Tags = Values(wire.Tags),
        Outputs = (wire.Outputs ?? []).ToDictionary(output => output.OutputKey ?? "", output => output.OutputValue ?? ""),
    };

    public static ObservedStackSummary ToObserved(this StackSummary wire) =>
        new(wire.StackId ?? "", wire.StackName ?? "", wire.StackStatus ?? "", wire.StackStatusReason, wire.CreationTime, wire.LastUpdatedTime, wire.DeletionTime);

    public static ObservedResource ToObserved(this StackResourceSummary wire) =>
        new(wire.LogicalResourceId ?? "", Given(wire.PhysicalResourceId), wire.ResourceType ?? "", wire.ResourceStatus ?? "", wire.ResourceStatusReason, wire.LastUpdatedTimestamp,
            wire.DriftInformation?.StackResourceDriftStatus);

    public static ObservedEvent ToObserved(this StackEvent wire) =>
        new(wire.EventId ?? "", wire.StackId ?? "", wire.StackName ?? "", wire.Timestamp ?? default, wire.ResourceStatus ?? "")
        {
            LogicalId = wire.LogicalResourceId,
            PhysicalId = Given(wire.PhysicalResourceId),
            ResourceType = wire.ResourceType,
            Reason = wire.ResourceStatusReason,
            Token = wire.ClientRequestToken,
        };

    /// <summary>AWS writes an empty element for a resource that has no physical id yet.</summary>
    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static List<Parameter> ToWire(IReadOnlyDictionary<string, string> given, IEnumerable<string> kept) =>
    [
        .. given.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new Parameter { ParameterKey = pair.Key, ParameterValue = pair.Value }),
        .. kept.Order(StringComparer.Ordinal).Select(key => new Parameter { ParameterKey = key, UsePreviousValue = true }),
    ];

    private static Dictionary<string, string> Values(List<Parameter>? wire) =>
        (wire ?? []).ToDictionary(parameter => parameter.ParameterKey ?? "", parameter => parameter.ParameterValue ?? "");

    private static Dictionary<string, string> Values(List<Tag>? wire) => (wire ?? []).ToDictionary(tag => tag.Key ?? "", tag => tag.Value ?? "");
}
