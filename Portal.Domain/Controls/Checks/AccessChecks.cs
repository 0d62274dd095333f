namespace Portal.Domain.Controls.Checks;

/// <summary>Nobody may do more than the job asks for.</summary>
internal static class AccessChecks
{
    private static readonly string[] TooMuch = ["AdministratorAccess", "PowerUserAccess", "FullAccess"];

    /// <summary>No role may do everything, or everything of a service to everything; nobody outside may take a role.</summary>
    public static CheckOutcome Roles(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::IAM::ManagedPolicy", "AWS::IAM::Policy", "AWS::IAM::RolePolicy"), policy => Excess(policy["PolicyDocument"]))
        .Judge(inventory.OfType("AWS::IAM::Role"), role => role["Policies"].Items.Select(policy => Excess(policy["PolicyDocument"])).FirstOrDefault(why => why is not null)
            ?? (role["ManagedPolicyArns"].Items.Any(arn => TooMuch.Any(end => arn.Text?.EndsWith(end, StringComparison.Ordinal) == true)) ? "a role holds a policy of AWS that allows nearly everything" : null)
            ?? (Policies.Statements(role["AssumeRolePolicyDocument"]).Any(IsOpen) ? "anybody may take a role" : null))
        .OrMissing("there is no role");

    /// <summary>Keys, buckets, topics and vaults are open to nobody outside the account.</summary>
    public static CheckOutcome ResourcePolicies(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::KMS::Key"), key => Open(key["KeyPolicy"]))
        .Judge(inventory.OfType("AWS::S3::BucketPolicy", "AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy"), policy => Open(policy["PolicyDocument"]))
        .Judge(inventory.OfType("AWS::Backup::BackupVault").Where(vault => vault["AccessPolicy"].Exists), vault => Open(vault["AccessPolicy"]))
        .OrMissing("there is no policy");

    private static string? Excess(ControlledValue document) => Policies.Statements(document).Where(Policies.Allows).Any(statement => statement["NotAction"].Exists
        || Policies.Actions(statement).Contains("*")
        || (Policies.OnEverything(statement) && Policies.Actions(statement).Any(action => action.EndsWith(":*", StringComparison.Ordinal)))) ? "a policy allows everything" : null;

    private static string? Open(ControlledValue document) => Policies.Statements(document).Any(IsOpen) ? "a policy lets everybody in" : null;

    private static bool IsOpen(ControlledValue statement) => Policies.Allows(statement) && Policies.IsForEverybody(statement) && !Policies.IsBound(statement);
}
