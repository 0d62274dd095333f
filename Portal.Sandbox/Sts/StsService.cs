using System.Text.RegularExpressions;
using System.Xml.Linq;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Sts;

/// <summary>Security Token Service: who am I, and sessions in other accounts.</summary>
public sealed partial class StsService(CredentialStore credentials, TimeProvider realTime) : IAwsService
{
    private const int MinSeconds = 900;
    private const int MaxSeconds = 43_200;

    public string XmlNamespace => "https://sts.amazonaws.com/doc/2011-06-15/";

    public bool Mutates(string operation) => operation == "AssumeRole";

    public AwsReply Answer(AwsCall call) => call.Operation switch
    {
        "GetCallerIdentity" => Xml.Reply(call, XmlNamespace, Xml.Value("Arn", call.Principal.Arn), Xml.Value("UserId", call.Principal.UserId), Xml.Value("Account", call.Account)),
        "AssumeRole" => AssumeRole(call),
        _ => throw IAwsService.UnknownOperation(call),
    };

    private AwsReply AssumeRole(AwsCall call)
    {
        var name = call.Query.Required("RoleSessionName");
        var seconds = call.Query.Number("DurationSeconds") ?? 3600;
        if (!SessionName().IsMatch(name))
            throw AwsException.Validation($"1 validation error detected: Value '{name}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*");
        if (seconds is < MinSeconds or > MaxSeconds)
            throw AwsException.Validation($"1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value between {MinSeconds} and {MaxSeconds}");
        var now = realTime.GetUtcNow();
        var session = credentials.Assume(call.Query.Required("RoleArn"), name, now.AddSeconds(seconds), now);
        return Xml.Reply(call, XmlNamespace,
            new XElement("AssumedRoleUser", Xml.Value("AssumedRoleId", session.UserId), Xml.Value("Arn", session.Arn)),
            new XElement("Credentials", Xml.Value("AccessKeyId", session.AccessKey), Xml.Value("SecretAccessKey", session.Secret),
                Xml.Value("SessionToken", session.SessionToken), Xml.Value("Expiration", session.Expires)));
    }

    [GeneratedRegex(@"^[\w+=,.@-]{2,64}$")]
    private static partial Regex SessionName();
}
