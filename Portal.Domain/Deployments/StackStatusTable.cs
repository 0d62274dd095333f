namespace Portal.Domain.Deployments;

/// <summary>
/// Every stack status in one place: settled or moving, failed or not, what may follow, what the person should do.
/// Source: the StackStatus enum of the CloudFormation API (23 values) and
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html.
/// </summary>
public static class StackStatusTable
{
    private const string Wait = "Wait: CloudFormation is at work.";
    private const string Nothing = "Nothing to do.";
    private const string Recreate = "Read the first failed resource, correct the cause, then retry: the remains are deleted and the stack is made again.";

    private static readonly string[] FromStanding = ["UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS", "IMPORT_IN_PROGRESS"];

    public static IReadOnlyList<StackStatus> All { get; } =
    [
        new("REVIEW_IN_PROGRESS", StackCondition.Empty, false, ["CREATE_IN_PROGRESS", "DELETE_IN_PROGRESS", "IMPORT_IN_PROGRESS"], "Execute the change set or delete the empty stack."),
        new("CREATE_IN_PROGRESS", StackCondition.Moving, false, ["CREATE_COMPLETE", "CREATE_FAILED", "ROLLBACK_IN_PROGRESS", "DELETE_IN_PROGRESS"], Wait),
        new("CREATE_COMPLETE", StackCondition.Standing, false, FromStanding, Nothing),
        new("CREATE_FAILED", StackCondition.Wreck, true, ["UPDATE_IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "DELETE_IN_PROGRESS"], Recreate),
        new("ROLLBACK_IN_PROGRESS", StackCondition.Moving, true, ["ROLLBACK_COMPLETE", "ROLLBACK_FAILED"], Wait),
        new("ROLLBACK_COMPLETE", StackCondition.Wreck, true, ["DELETE_IN_PROGRESS"], Recreate),
        new("ROLLBACK_FAILED", StackCondition.Wreck, true, ["DELETE_IN_PROGRESS"], "See which resources could not be removed, free them, then retry."),
        new("UPDATE_IN_PROGRESS", StackCondition.Moving, false, ["UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE", "UPDATE_FAILED", "UPDATE_ROLLBACK_IN_PROGRESS"], Wait),
        new("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", StackCondition.Moving, false, ["UPDATE_COMPLETE"], Wait),
        new("UPDATE_COMPLETE", StackCondition.Standing, false, FromStanding, Nothing),
        new("UPDATE_FAILED", StackCondition.Stuck, true, ["UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_IN_PROGRESS", "DELETE_IN_PROGRESS"], "Decide: update again or roll back."),
        new("UPDATE_ROLLBACK_IN_PROGRESS", StackCondition.Moving, true, ["UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_FAILED"], Wait),
        new("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", StackCondition.Moving, true, ["UPDATE_ROLLBACK_COMPLETE"], Wait),
        new("UPDATE_ROLLBACK_COMPLETE", StackCondition.Standing, true, FromStanding, "The state before the update stands; read the first failed resource and correct the cause."),
        new("UPDATE_ROLLBACK_FAILED", StackCondition.Stuck, true, ["UPDATE_ROLLBACK_IN_PROGRESS", "DELETE_IN_PROGRESS"], "Repair the resource that hinders the roll-back, then continue the roll-back."),
        new("DELETE_IN_PROGRESS", StackCondition.Moving, false, ["DELETE_COMPLETE", "DELETE_FAILED"], Wait),
        new("DELETE_COMPLETE", StackCondition.Gone, false, [], Nothing),
        new("DELETE_FAILED", StackCondition.Wreck, true, ["DELETE_IN_PROGRESS"], "See which resource could not be deleted, free it (empty the bucket, detach what uses it), then retry."),
        new("IMPORT_IN_PROGRESS", StackCondition.Moving, false, ["IMPORT_COMPLETE", "IMPORT_ROLLBACK_IN_PROGRESS"], Wait),
        new("IMPORT_COMPLETE", StackCondition.Standing, false, FromStanding, Nothing),
        new("IMPORT_ROLLBACK_IN_PROGRESS", StackCondition.Moving, true, ["IMPORT_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_FAILED"], Wait),
        new("IMPORT_ROLLBACK_COMPLETE", StackCondition.Standing, true, FromStanding, "The state before the import stands."),
        new("IMPORT_ROLLBACK_FAILED", StackCondition.Stuck, true, ["IMPORT_ROLLBACK_IN_PROGRESS", "DELETE_IN_PROGRESS"], "Repair the resource that hinders the roll-back, then roll back again."),
    ];

    private static readonly Dictionary<string, StackStatus> ByName = All.ToDictionary(s => s.Name, StringComparer.Ordinal);

    /// <summary>A status that AWS invents later counts as moving: waiting does no harm and is bounded.</summary>
    public static StackStatus Of(string name) => ByName.GetValueOrDefault(name) ?? new StackStatus(name, StackCondition.Moving, false, [], Wait);
}
