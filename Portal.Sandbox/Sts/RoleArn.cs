using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Sts;

public sealed partial record RoleArn(string Account, string Name)
{
    /// <summary>The role's unique id: the same role always has the same.</summary>
    public string Id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Account}/{Name}")))[..17];

    public static RoleArn Parse(string arn)
    {
        var match = Shape().Match(arn);
        if (!match.Success) throw AwsException.Validation($"{arn} is invalid");
        return new RoleArn(match.Groups[1].Value, match.Groups[2].Value);
    }

    [GeneratedRegex(@"^arn:aws:iam::(\d{12}):role/(?:[\w+=,.@/-]*/)?([\w+=,.@-]+)$")]
    private static partial Regex Shape();
}
