namespace Portal.Domain.Deployments;

/// <summary>What the step function wants done next for one stack.</summary>
public abstract record StackCommand(string Stack)
{
    /// <param name="Stack">The stack's name in the plan.</param>
    /// <param name="Target">Its id once it is known, else its name.</param>
    public sealed record DescribeStack(string Stack, string Target) : StackCommand(Stack);

    public sealed record DescribeChangeSet(string Stack, string Target, string ChangeSet) : StackCommand(Stack);

    public sealed record ReadEvents(string Stack, string StackId, string? LastEventId) : StackCommand(Stack);

    /// <summary>A call that changes something: an intent is stored before it, the outcome after it.</summary>
    public abstract record Mutation(string Stack, string Target, StackOperation Operation, string Token) : StackCommand(Stack);

    public sealed record CreateChangeSet(string Stack, string Target, string Token, string Name, IReadOnlyDictionary<string, string> Parameters)
        : Mutation(Stack, Target, StackOperation.CreateChangeSet, Token);

    public sealed record ExecuteChangeSet(string Stack, string Target, string Token, string ChangeSet) : Mutation(Stack, Target, StackOperation.ExecuteChangeSet, Token);

    public sealed record DeleteChangeSet(string Stack, string Target, string Token, string ChangeSet) : Mutation(Stack, Target, StackOperation.DeleteChangeSet, Token);

    public sealed record SetStackPolicy(string Stack, string Target, string Token) : Mutation(Stack, Target, StackOperation.SetStackPolicy, Token);

    public sealed record ProtectStack(string Stack, string Target, string Token) : Mutation(Stack, Target, StackOperation.ProtectStack, Token);

    public sealed record UnprotectStack(string Stack, string Target, string Token) : Mutation(Stack, Target, StackOperation.UnprotectStack, Token);

    /// <param name="Parameter">Switched to false by an update with the template that stands.</param>
    public sealed record UnlockStack(string Stack, string Target, string Token, string Parameter) : Mutation(Stack, Target, StackOperation.UnlockStack, Token);

    public sealed record DeleteStack(string Stack, string Target, string Token) : Mutation(Stack, Target, StackOperation.DeleteStack, Token);
}
