namespace Portal.Domain.Controls;

/// <summary>The statements of IAM and resource policies.</summary>
internal static class Policies
{
    private static readonly string[] BindsToAccount =
    [
        "kms:CallerAccount", "aws:SourceAccount", "aws:SourceArn", "aws:SourceOwner", "aws:SourceOrgID", "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID",
    ];

    public static IReadOnlyList<ControlledValue> Statements(ControlledValue document) => document["Statement"].Items;

    public static bool Allows(ControlledValue statement) => statement["Effect"].Is("Allow");

    public static IEnumerable<string> Actions(ControlledValue statement) => statement["Action"].Items.Select(action => action.Text ?? "");

    public static bool OnEverything(ControlledValue statement) => statement["Resource"].Items.Any(resource => resource.Is("*"));

    public static bool IsForEverybody(ControlledValue statement) =>
        statement["Principal"].Is("*") || statement["Principal"]["AWS"].Items.Any(principal => principal.Is("*"));

    /// <summary>Whether a condition holds the statement to an account, an organisation or a resource.</summary>
    public static bool IsBound(ControlledValue statement) =>
        statement["Condition"].Entries.SelectMany(test => test.Value.Entries).Any(key => BindsToAccount.Contains(key.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the policy turns everybody away who comes without TLS.</summary>
    public static bool RefusesPlainText(ControlledValue document) => Statements(document).Any(statement =>
        statement["Effect"].Is("Deny") && IsForEverybody(statement) && statement["Condition"]["Bool"]["aws:SecureTransport"].IsFalse);
}
