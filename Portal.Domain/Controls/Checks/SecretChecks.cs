namespace Portal.Domain.Controls.Checks;

/// <summary>Passwords are made and kept by Secrets Manager; none stands in a template or a parameter.</summary>
internal static class SecretChecks
{
    private static readonly string[] SecretNames = ["MasterUserPassword", "AuthToken", "SecretString", "Password", "Passwords", "DefaultPassword"];

    public static CheckOutcome Managed(Inventory inventory) => new Verdict()
        .Judge(StoredData.Databases(inventory), Password)
        .Judge(inventory.OfType("AWS::SecretsManager::Secret"), secret => secret["SecretString"].Exists ? "a secret's text stands in the template" : null)
        .Judge(inventory.Resources.Where(resource => resource.Type is not ("AWS::RDS::DBInstance" or "AWS::RDS::DBCluster" or "AWS::SecretsManager::Secret") && HasPlainSecret(resource.Properties)),
            _ => "a password stands in the template")
        .OrProvenBy(inventory.Fleets);

    private static string? Password(ControlledResource database) => database["MasterUserPassword"] switch
    {
        { Exists: true } password => IsReference(password) ? null : "a database's password stands in the template",
        _ when database["ManageMasterUserPassword"].IsTrue || StoredData.IsCopy(database) || database["SnapshotIdentifier"].Exists => null,
        _ => "nobody manages a database's password",
    };

    private static bool HasPlainSecret(ControlledValue value) =>
        value.Entries.Any(entry => SecretNames.Contains(entry.Name, StringComparer.Ordinal) ? !IsReference(entry.Value) : HasPlainSecret(entry.Value))
        || value.Items.Any(item => item.Entries.Any() && !value.Entries.Any() && HasPlainSecret(item));

    /// <summary>Either a dynamic reference or a value that a secret hands out.</summary>
    private static bool IsReference(ControlledValue value) =>
        value.Text?.StartsWith("{{resolve:secretsmanager:", StringComparison.Ordinal) == true || value.Targets.Any(target => target.Type == "AWS::SecretsManager::Secret");
}
