using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>A stack's ARN.</summary>
public readonly record struct StackId(string Account, string Region, string Name, string Value)
{
    public string World => AwsCall.WorldOf(Account, Region);

    public static string Create(string account, string region, string name, Guid unique) => $"arn:aws:cloudformation:{region}:{account}:stack/{name}/{unique}";

    public static bool TryParse(string text, out StackId id)
    {
        var parts = text.Split(':');
        var path = parts.Length == 6 ? parts[5].Split('/') : [];
        id = path is ["stack", var name, _] && parts is ["arn", "aws", "cloudformation", _, _, _] ? new StackId(parts[4], parts[3], name, text) : default;
        return id.Value is not null;
    }
}
