using System.Globalization;
using System.Text;

namespace Portal.Tests.Worker.Aws;

/// <summary>What the scripted server does with one request.</summary>
internal sealed record Reply(int Status, string Body)
{
    public string ContentType { get; init; } = "text/xml";

    /// <summary>Sent instead of the machine's own time.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>So many bytes of the body are sent, then the connection ends.</summary>
    public int? CutAfter { get; init; }

    /// <summary>The connection is reset where an answer should come.</summary>
    public bool IsReset { get; init; }

    /// <summary>After what <see cref="CutAfter"/> allows nothing more comes, but the connection stays.</summary>
    public bool Stalls { get; init; }

    /// <summary>No answer ever comes.</summary>
    public bool Hangs { get; init; }

    public static Reply Reset { get; } = new(0, "") { IsReset = true };

    public static Reply Hang { get; } = new(0, "") { Hangs = true };

    public static Reply Error(int status, string code, string message) =>
        new(status, $"<ErrorResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>req-1</RequestId></ErrorResponse>");

    /// <summary>An answer of the Query protocol with this inside its result.</summary>
    public static Reply Ok(string operation, string result = "") =>
        new(200, $"<{operation}Response><{operation}Result>{result}</{operation}Result><ResponseMetadata><RequestId>req-2</RequestId></ResponseMetadata></{operation}Response>");

    public static Reply Json(int status, string body) => new(status, body) { ContentType = "application/x-amz-json-1.1" };

    /// <summary>A session whose key tells how many there were before.</summary>
    public static Reply Session(int number) => Ok("AssumeRole",
        $"<Credentials><AccessKeyId>ASIASESSION{number}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t{number}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>");

    public byte[] Bytes(DateTimeOffset now)
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var head = $"HTTP/1.1 {Status} Scripted\r\nContent-Type: {ContentType}\r\nContent-Length: {body.Length}\r\nDate: {(Date ?? now).UtcDateTime.ToString("R", CultureInfo.InvariantCulture)}\r\nConnection: close\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body.Take(CutAfter ?? body.Length)];
    }
}
