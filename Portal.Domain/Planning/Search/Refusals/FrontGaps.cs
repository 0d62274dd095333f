using Portal.Domain.Facts;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>Why there is no way from users to the load balancers.</summary>
internal static class FrontGaps
{
    public static Refusal Of(PlanningInput input)
    {
        var unknown = AudienceAreas.Places(input).Select(place => place.Place).Where(place => EdgeArea.Of(place) is null).ToList();
        if (input.Paths.StaticContent.Count > 0 && AudienceAreas.Of(input) is null)
        {
            return new Refusal
            {
                Kind = RefusalKind.NoPrice,
                Requirements = input.Sheet.Traffic.Audience.Count > 0 ? [SheetPaths.Audience] : [SheetPaths.PrimaryRegion],
                Why = "The price book does not say what CloudFront costs where the users are.",
                Proof = $"no price for CloudFront in {string.Join(", ", unknown)}",
            };
        }

        return new Refusal
        {
            Kind = RefusalKind.Unsupported,
            Requirements = [SheetPaths.Domain, SheetPaths.SecondaryRegions],
            Why = $"A domain leads to the load balancers of at most {FrontAxis.MostRegions} regions.",
            Proof = $"{string.Join(", ", new[] { input.Region }.Concat(input.SecondRegions))} are to serve together",
        };
    }
}
