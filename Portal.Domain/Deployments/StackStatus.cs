namespace Portal.Domain.Deployments;

/// <summary>One of CloudFormation's stack statuses, classified.</summary>
/// <param name="Name">As AWS spells it.</param>
/// <param name="Condition">What it means for the engine.</param>
/// <param name="Failed">Whether something went wrong on the way to it.</param>
/// <param name="MayFollow">Statuses that CloudFormation may show next.</param>
/// <param name="Todo">What the person should do, one sentence.</param>
public sealed record StackStatus(string Name, StackCondition Condition, bool Failed, IReadOnlyList<string> MayFollow, string Todo)
{
    /// <summary>CloudFormation will not change it by itself.</summary>
    public bool Settled => Condition != StackCondition.Moving;
}
