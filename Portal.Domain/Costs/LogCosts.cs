namespace Portal.Domain.Costs;

/// <summary>A log group: what it takes in and what it keeps.</summary>
internal static class LogCosts
{
    public static void Add(Bill bill, LogStream log, decimal gb, IReadOnlyList<string> because, params IReadOnlyList<UsageAssumption> assumptions)
    {
        bill.Add(new BilledThing("Amazon CloudWatch", log.Name + ", taken in", log.Module, log.Resource), gb, log.PriceService, log.PriceItem, because, 0, assumptions);

        var kept = gb * UsageAssumptions.LogCompression.Value * bill.Input.Policy.LogRetentionDays / Month.Days;
        bill.Add(new BilledThing("Amazon CloudWatch", log.Name + ", kept", log.Module, log.Resource), kept, "cloudwatch", "logs-storage", because, 0, [.. assumptions, UsageAssumptions.LogCompression]);
    }
}

internal readonly record struct LogStream(string Name, string Module, string Resource, string PriceService, string PriceItem);
