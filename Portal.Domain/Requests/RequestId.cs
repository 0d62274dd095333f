namespace Portal.Domain.Requests;

/// <summary>Names one request; a version-7 GUID, so ids sort by creation. <c>default</c> names nothing.</summary>
public readonly record struct RequestId(Guid Value) : IComparable<RequestId>
{
    public static RequestId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, out RequestId id)
    {
        var ok = Guid.TryParse(text, out var value);
        id = new RequestId(value);
        return ok;
    }

    public static bool operator <(RequestId a, RequestId b) => a.CompareTo(b) < 0;

    public static bool operator >(RequestId a, RequestId b) => a.CompareTo(b) > 0;

    public static bool operator <=(RequestId a, RequestId b) => a.CompareTo(b) <= 0;

    public static bool operator >=(RequestId a, RequestId b) => a.CompareTo(b) >= 0;

    /// <summary>By creation time, to the millisecond.</summary>
    public int CompareTo(RequestId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
