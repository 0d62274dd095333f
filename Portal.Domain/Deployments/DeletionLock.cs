namespace Portal.Domain.Deployments;

/// <summary>
/// Load balancers and databases that refuse their own deletion until an update of their stack switches that off. Modules that have it take the
/// parameter <see cref="Parameter"/>.
/// </summary>
internal static class DeletionLock
{
    public const string Parameter = "DeletionProtection";

    /// <summary>Whether the stack stands with its lock on.</summary>
    public static bool Holds(StackReading reading) => reading.Condition == StackCondition.Standing && reading.Parameters.GetValueOrDefault(Parameter) == "true";

    public static bool IsOff(StackReading? reading) => reading is not null && reading.Parameters.GetValueOrDefault(Parameter) != "true";
}
