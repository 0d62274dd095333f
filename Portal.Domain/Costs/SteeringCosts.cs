using Portal.Domain.Planning;
using Portal.Domain.Planning.Search;

namespace Portal.Domain.Costs;

/// <summary>Health checks that lead names from a lost region to another.</summary>
internal static class SteeringCosts
{
    private static readonly string[] Letters = ["A", "B", "C"];

    public static void Add(Bill bill, Reach reach, Steering steering)
    {
        if (steering == Steering.None)
        {
            return;
        }

        foreach (var (site, letter) in reach.Live.Zip(Letters))
        {
            var check = new BilledThing("Amazon Route 53", $"Health check of {site.Region}", Modules.Dns, "HealthCheck" + letter);
            bill.Add(check, 1, "route53", "health-check-aws-endpoint", SheetPaths.None, 1);
            if (steering == Steering.FastChecks)
            {
                bill.Add(check with { Item = $"Health check of {site.Region}, every 10 s" }, 1, "route53", "health-check-optional-feature-aws", SheetPaths.None, 1);
            }
        }
    }
}
