using Portal.Sandbox.Sts;

namespace Portal.Sandbox.Wire;

/// <summary>Checks signatures against real UTC and tells who signed.</summary>
public sealed class Authenticator(CredentialStore credentials, TimeProvider realTime)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);

    public static SignatureV4 Scope(SignedRequest request)
    {
        var header = request.Header("Authorization");
        if (header.Length == 0) throw new AwsException(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
        return SignatureV4.Parse(header) ?? throw new AwsException(400, "IncompleteSignature", $"Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization={header}");
    }

    public Principal Verify(SignedRequest request, SignatureV4 signature)
    {
        if (credentials.Find(signature.AccessKey) is not { } credential || credential.SessionToken is { } token && request.Header("x-amz-security-token") != token)
            throw new AwsException(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
        CheckTime(request.AmzDate, signature);
        if (!signature.Matches(request, credential.Secret))
            throw new AwsException(403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
        if (credential.Expires <= realTime.GetUtcNow())
            throw new AwsException(403, "ExpiredToken", "The security token included in the request is expired");
        return CredentialStore.Principal(credential);
    }

    private void CheckTime(string amzDate, SignatureV4 signature)
    {
        var now = realTime.GetUtcNow();
        if (SignatureV4.SignedAt(amzDate) is not { } at)
            throw new AwsException(400, "IncompleteSignature", $"Date must be in ISO-8601 'basic format'. Got '{amzDate}'. See http://en.wikipedia.org/wiki/ISO_8601");
        if (amzDate[..8] != signature.Date)
            throw new AwsException(403, "SignatureDoesNotMatch", $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{signature.Date}' != '{amzDate[..8]}', from '{amzDate}'.");
        if (at < now - Skew)
            throw new AwsException(403, "SignatureDoesNotMatch", $"Signature expired: {amzDate} is now earlier than {Basic(now - Skew)} ({Basic(now)} - 15 min.)");
        if (at > now + Skew)
            throw new AwsException(403, "SignatureDoesNotMatch", $"Signature not yet current: {amzDate} is still later than {Basic(now + Skew)} ({Basic(now)} + 15 min.)");
    }

    private static string Basic(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'");
}
