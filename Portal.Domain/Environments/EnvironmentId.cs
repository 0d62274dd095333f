namespace Portal.Domain.Environments;

/// <summary>Names one environment; a version-7 GUID. <c>default</c> names nothing.</summary>
public readonly record struct EnvironmentId(Guid Value) : IComparable<EnvironmentId>
{
    public static EnvironmentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, out EnvironmentId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new EnvironmentId(value);
        return ok;
    }

    public static bool operator <(EnvironmentId a, EnvironmentId b) => a.CompareTo(b) < 0;

    public static bool operator >(EnvironmentId a, EnvironmentId b) => a.CompareTo(b) > 0;

    public static bool operator <=(EnvironmentId a, EnvironmentId b) => a.CompareTo(b) <= 0;

    public static bool operator >=(EnvironmentId a, EnvironmentId b) => a.CompareTo(b) >= 0;

    /// <summary>By creation time, to the millisecond.</summary>
    public int CompareTo(EnvironmentId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
