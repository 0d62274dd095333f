using System.Text.Json;

namespace Portal.Sandbox.Wire;

/// <summary>Who signed a call.</summary>
/// <param name="Account">Twelve digits.</param>
public sealed record Principal(string Account, string Arn, string UserId);

/// <summary>One signed call, understood: service and region come from the credential scope of its signature.</summary>
public sealed record AwsCall
{
    public required string RequestId { get; init; }
    public required string Service { get; init; }
    public required string Region { get; init; }
    public required string Operation { get; init; }
    public required Principal Principal { get; init; }
    public required DateTimeOffset Now { get; init; }

    /// <summary>Parameters of the query protocol; empty for JSON services.</summary>
    public required QueryParameters Query { get; init; }

    /// <summary>The request as it came, for REST services.</summary>
    public required SignedRequest Request { get; init; }

    /// <summary>The body of JSON services.</summary>
    public JsonElement Json { get; init; }

    public string Account => Principal.Account;

    /// <summary>Every account and region is a world of its own; this names it as the owner of rows.</summary>
    public string World => WorldOf(Account, Region);

    public static string WorldOf(string account, string region) => $"{account}/{region}";
}

/// <summary>What goes back: a status, a content type, a body.</summary>
public sealed record AwsReply(int Status, string ContentType, byte[] Body)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What Content-Length says, where it is not the body's: answers to HEAD.</summary>
    public long? Length { get; init; }

    public AwsReply With(string header, string value) => this with { Headers = [.. Headers, KeyValuePair.Create(header, value)] };

    /// <summary>The first answer once more: nothing was done this time.</summary>
    public bool IsReplay { get; init; }

    public AwsReply AsReplay() => this with { IsReplay = true };
}
