using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation;

/// <summary>Templates that make IAM resources must be acknowledged.</summary>
public static class Capabilities
{
    private const string Iam = "CAPABILITY_IAM";
    private const string NamedIam = "CAPABILITY_NAMED_IAM";

    private static readonly Dictionary<string, string> NameProperties = new()
    {
        ["AWS::IAM::Role"] = "RoleName", ["AWS::IAM::User"] = "UserName", ["AWS::IAM::Group"] = "GroupName",
        ["AWS::IAM::InstanceProfile"] = "InstanceProfileName", ["AWS::IAM::ManagedPolicy"] = "ManagedPolicyName",
        ["AWS::IAM::Policy"] = "", ["AWS::IAM::RolePolicy"] = "", ["AWS::IAM::UserPolicy"] = "", ["AWS::IAM::GroupPolicy"] = "", ["AWS::IAM::AccessKey"] = "", ["AWS::IAM::UserToGroupAddition"] = "",
    };

    /// <summary>Null where the template needs none; with the resource types that are the reason.</summary>
    public static (string Capability, string Reason)? Needed(Template template)
    {
        var iam = template.Resources.Values.Where(r => NameProperties.ContainsKey(r.Type)).ToList();
        if (iam.Count == 0) return null;
        var named = iam.Any(r => r.Properties[NameProperties[r.Type]] is not null);
        return (named ? NamedIam : Iam, $"The following resource(s) require capabilities: [{string.Join(", ", iam.Select(r => r.Type).Distinct())}]");
    }

    public static void Check(Template template, IReadOnlyList<string> given)
    {
        if (Needed(template) is not { } needed || given.Contains(NamedIam) || given.Contains(needed.Capability)) return;
        throw new AwsException(400, "InsufficientCapabilitiesException", $"Requires capabilities : [{needed.Capability}]");
    }
}
