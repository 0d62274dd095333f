using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Sandbox.Wire;

/// <summary>The Authorization header of Signature Version 4, taken apart.</summary>
public sealed record SignatureV4(string AccessKey, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders, string Signature)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    /// <summary>Null where the header is not a complete SigV4 header.</summary>
    public static SignatureV4? Parse(string header)
    {
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal)) return null;
        var parts = header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries)
            .Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0].Trim(), p => p[1]);
        if (!parts.TryGetValue("Credential", out var credential) || !parts.TryGetValue("SignedHeaders", out var headers) || !parts.TryGetValue("Signature", out var signature))
            return null;
        var scope = credential.Split('/');
        return scope is [var key, var date, var region, var service, "aws4_request"]
            ? new SignatureV4(key, date, region, service, headers.Split(';'), signature)
            : null;
    }

    public bool Matches(SignedRequest request, string secret)
    {
        var canonical = string.Join('\n', request.Method, request.CanonicalPath(Service), request.CanonicalQuery(),
            string.Concat(SignedHeaders.Select(h => $"{h}:{request.Header(h)}\n")), string.Join(';', SignedHeaders), request.PayloadHash);
        var toSign = string.Join('\n', Algorithm, request.AmzDate, Scope, Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var expected = Hex(HMACSHA256.HashData(SigningKey(secret), Encoding.UTF8.GetBytes(toSign)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(Signature));
    }

    /// <summary>Null where x-amz-date is missing or not a time.</summary>
    public static DateTimeOffset? SignedAt(string amzDate) =>
        DateTimeOffset.TryParseExact(amzDate, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private byte[] SigningKey(string secret) =>
        new[] { Date, Region, Service, "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
