using Portal.Domain.Accounts;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>What is the same in every region, whatever the design.</summary>
internal static class EnvironmentValues
{
    public static void Add(RegionValues values, PlanningInput input)
    {
        var sheet = input.Sheet;
        var all = values.All;
        all.Set("Environment", $"{sheet.Metadata.Team}/{sheet.Metadata.Name}");
        all.Set("Stage", Wire.Name(sheet.Metadata.Stage));
        all.Set("CostCenter", TagText.Of(sheet.Metadata.CostCenter));
        all.Set("LogRetentionDays", input.Policy.LogRetentionDays);
        all.Set("Locked", input.Policy.LocksBackups);
        all.Set("Exposure", Wire.Name(sheet.Traffic.Exposure));
        all.Set("HealthCheckPath", sheet.Application.Software.HealthCheckPath);
        all.Set("Stateless", sheet.Application.Stateless);
        values.To(Modules.Cost).Set("MonthlyAmount", sheet.Budget.MonthlyUsd.Usd);
        if (input.HasBaseline)
        {
            all.Set("BoundaryArn", AccountBaseline.BoundaryArn(input.Account));
            all.Set("QueryLogPermit", "account");
        }
    }
}
