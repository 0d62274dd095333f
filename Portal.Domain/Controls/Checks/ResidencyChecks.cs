namespace Portal.Domain.Controls.Checks;

/// <summary>Data stays where the sheet binds it to.</summary>
internal static class ResidencyChecks
{
    /// <summary>Services that AWS runs from one region for the whole world, and that keep no data of users: they may stand anywhere.</summary>
    private static readonly string[] Everywhere =
    [
        "AWS::CertificateManager::", "AWS::Route53::", "AWS::CloudFront::", "AWS::WAFv2::", "AWS::GlobalAccelerator::", "AWS::Budgets::", "AWS::CloudWatch::", "AWS::SNS::", "AWS::IAM::", "AWS::KMS::",
    ];

    /// <summary>Whatever keeps or handles data stands in a permitted region, copies of tables included.</summary>
    public static CheckOutcome Regions(Inventory inventory) => inventory.Environment.AllowedRegions is not { } allowed
        ? new Verdict().OrMissing("the sheet binds the data to no place (placement.residency)")
        : new Verdict()
            .Judge(inventory.Resources.Where(resource => !Array.Exists(Everywhere, prefix => resource.Type.StartsWith(prefix, StringComparison.Ordinal))), resource =>
                !allowed.Contains(resource.Stack.Region) ? "it stands outside the permitted regions"
                : resource.Type == "AWS::DynamoDB::GlobalTable" && !StoredData.Replicas(resource).All(part => part["Region"].Text is { } region && allowed.Contains(region)) ? "a table is copied outside the permitted regions" : null)
            .OrMissing("there is no data");
}
