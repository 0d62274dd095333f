namespace Portal.Domain.Templates;

/// <summary>What a caller must acknowledge before CloudFormation makes a template's resources.</summary>
internal static class TemplateCapabilities
{
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html, Capabilities
    private static readonly HashSet<string> Iam =
    [
        "AWS::IAM::AccessKey", "AWS::IAM::Group", "AWS::IAM::InstanceProfile", "AWS::IAM::ManagedPolicy", "AWS::IAM::Policy",
        "AWS::IAM::Role", "AWS::IAM::RolePolicy", "AWS::IAM::User", "AWS::IAM::UserToGroupAddition",
    ];

    private static readonly string[] Names = ["GroupName", "InstanceProfileName", "ManagedPolicyName", "RoleName", "UserName"];

    public static IReadOnlyList<string> Of(TemplateMap root)
    {
        var iam = root.Section("Resources").Entries.Select(entry => entry.Value).OfType<TemplateMap>()
            .Where(resource => Iam.Contains(resource.Text("Type") ?? "")).ToList();
        if (iam.Count == 0)
            return [];
        return iam.Exists(IsNamed) ? ["CAPABILITY_NAMED_IAM"] : ["CAPABILITY_IAM"];
    }

    // RolePolicy names the role it belongs to, and its own inline policy: neither is a physical name of an identity.
    private static bool IsNamed(TemplateMap resource) =>
        resource.Text("Type") != "AWS::IAM::RolePolicy" && Names.Any(name => resource.Section("Properties")[name] is not null);
}
