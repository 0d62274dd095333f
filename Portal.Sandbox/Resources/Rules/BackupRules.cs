using System.Text.RegularExpressions;
using Portal.Sandbox.CloudFormation.Templates;

namespace Portal.Sandbox.Resources.Rules;

/// <summary>AWS Backup.</summary>
internal static partial class BackupRules
{
    /// <summary>https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupPlanInput.html</summary>
    public static string? PlanName(Node properties) =>
        properties["BackupPlan"]?["BackupPlanName"]?.AsText is { } name && !Allowed().IsMatch(name)
            ? Refusals.Handler("Invalid backup plan name. Must contain 1 to 50 alphanumeric or '-_.' characters.", "InvalidRequest", "Backup")
            : null;

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,50}\z")]
    private static partial Regex Allowed();
}
