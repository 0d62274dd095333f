namespace Portal.Domain.Deployments;

/// <summary>What a CloudFormation status means for the engine.</summary>
public enum StackCondition
{
    /// <summary>Nothing is there yet: the name is reserved and change sets are looked at.</summary>
    Empty,

    /// <summary>CloudFormation is at work; wait.</summary>
    Moving,

    /// <summary>It stands and can be used.</summary>
    Standing,

    /// <summary>It never came up, or half of it is deleted: only deletion is left.</summary>
    Wreck,

    /// <summary>It stands in an undefined shape; a person has to decide.</summary>
    Stuck,
    Gone,
}
