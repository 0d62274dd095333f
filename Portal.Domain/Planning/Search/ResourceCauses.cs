namespace Portal.Domain.Planning.Search;

/// <summary>Which fields of the sheet ask for a resource at all, by module.</summary>
internal static class ResourceCauses
{
    private static readonly string[] Relational = [SheetPaths.Relational];

    public static IReadOnlyList<string> Of(PlanningInput input, string module, string logicalId) => (module, logicalId) switch
    {
        (Modules.Security, "DataGroup" or "DataFromApp" or "AppToData") => Relational,
        (Modules.Balancer, _) => input.Paths.Entry,
        (Modules.Compute, _) => input.Paths.Fleet,
        (Modules.Relational, _) => Relational,
        _ => SheetPaths.None,
    };
}
