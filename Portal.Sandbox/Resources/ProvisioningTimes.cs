using System.Globalization;
using Portal.Sandbox.CloudFormation.Templates;

namespace Portal.Sandbox.Resources;

/// <summary>How long resources take in the real cloud, from <c>provisioning-times.csv</c>.</summary>
public static class ProvisioningTimes
{
    private const double Jitter = 0.15;
    private static readonly Times Unlisted = new(0.02, 0.1, 0.5);

    private static readonly Dictionary<(string Type, string Operation), Times> Known = EmbeddedTable.Read("provisioning-times.csv")
        .ToDictionary(c => (c[0], c[1]), c => new Times(Minutes(c[2]), Minutes(c[3]), Minutes(c[4])));

    /// <summary>The typical time with a seeded jitter of up to 15 percent, inside the observed range.</summary>
    public static TimeSpan For(ResourceOperation operation, string type, Node properties, Node? before, ResourceIdentity identity)
    {
        var times = Names(operation, type, properties, before).Select(name => Known.GetValueOrDefault((type, name))).FirstOrDefault(t => t is not null) ?? Unlisted;
        var factor = 1 + Jitter * (2 * identity.Fraction(operation.ToString()) - 1);
        return TimeSpan.FromMinutes(Math.Clamp(times.Typical * factor, times.Low, times.High));
    }

    /// <summary>Rows that describe the operation, the most special first.</summary>
    private static IEnumerable<string> Names(ResourceOperation operation, string type, Node properties, Node? before)
    {
        switch (operation)
        {
            // CloudFormation only schedules the deletion of a key or secret; the waiting window is not part of the operation.
            case ResourceOperation.Delete: return type is "AWS::KMS::Key" or "AWS::SecretsManager::Secret" ? [] : ["delete"];
            case ResourceOperation.Create: return [.. Special(type, properties), "create"];
            default:
                var toMultiAz = type == "AWS::RDS::DBInstance" && properties["MultiAZ"] is { IsTrue: true } && before?["MultiAZ"] is not { IsTrue: true };
                return toMultiAz ? ["update-single-to-multi-az"] : type == "AWS::AutoScaling::AutoScalingGroup" ? ["update-rolling"] : ["update"];
        }
    }

    private static IEnumerable<string> Special(string type, Node properties)
    {
        if (type == "AWS::CloudFormation::Stack") yield return "create-overhead";
        if (type != "AWS::RDS::DBInstance") yield break;
        if (properties["SourceDBInstanceIdentifier"]?.AsText?.StartsWith("arn:", StringComparison.Ordinal) is true) yield return "create-cross-region-replica";
        if (properties["DBClusterIdentifier"] is not null) yield return "create-aurora-instance";
        if (properties["MultiAZ"] is { IsTrue: true }) yield return "create-multi-az";
    }

    private static double Minutes(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private sealed record Times(double Low, double Typical, double High);
}

public enum ResourceOperation
{
    Create,
    Update,
    Delete,
}
