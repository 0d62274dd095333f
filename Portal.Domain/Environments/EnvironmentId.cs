namespace Portal.Domain.Environments;

/// <summary>Names one environment; a version-7 GUID. <c>default</c> names nothing.</summary>
public readonly record struct EnvironmentId(Guid Value)
{
    public static EnvironmentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, out EnvironmentId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new EnvironmentId(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}
