namespace Portal.Domain.Deployments;

/// <summary>Names one deployment; its 32 hex digits are part of every change set name; a version-7 GUID. <c>default</c> names nothing.</summary>
public readonly record struct DeploymentId(Guid Value) : IComparable<DeploymentId>
{
    public static DeploymentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, out DeploymentId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new DeploymentId(value);
        return ok;
    }

    public static bool operator <(DeploymentId a, DeploymentId b) => a.CompareTo(b) < 0;

    public static bool operator >(DeploymentId a, DeploymentId b) => a.CompareTo(b) > 0;

    public static bool operator <=(DeploymentId a, DeploymentId b) => a.CompareTo(b) <= 0;

    public static bool operator >=(DeploymentId a, DeploymentId b) => a.CompareTo(b) >= 0;

    /// <summary>By creation time, to the millisecond.</summary>
    public int CompareTo(DeploymentId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
