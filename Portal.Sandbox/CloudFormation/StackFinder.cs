using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation;

/// <summary>The stack a call means: by name among the living, by ARN among all, always in the caller's own world.</summary>
public sealed class StackFinder(StackTables tables)
{
    public StackState? Find(AwsCall call, string nameOrId) =>
        StackId.TryParse(nameOrId, out var id) ? id.World == call.World ? tables.Find(nameOrId) : null : tables.Named(call.World, nameOrId);

    /// <summary>With the words of describing calls.</summary>
    public StackState Described(AwsCall call, string nameOrId) =>
        Find(call, nameOrId) ?? throw AwsException.Validation($"Stack with id {nameOrId} does not exist");

    /// <summary>With the words of change-set and update calls.</summary>
    public StackState Living(AwsCall call, string nameOrId) =>
        Find(call, nameOrId) is { IsDeleted: false } stack ? stack : throw AwsException.Validation($"Stack [{nameOrId}] does not exist");

    public static void CheckUpdatable(StackState stack)
    {
        if (!StackStatus.CanUpdate(stack.Status)) throw AwsException.Validation($"Stack:{stack.Id} is in {stack.Status} state and can not be updated.");
    }
}
