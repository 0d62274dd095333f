using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>The relational database of a region, and what the application that asks it has to know.</summary>
internal static class RelationalValues
{
    private const string DatabaseName = "app";

    public static void Add(RegionValues values, PlanningInput input, Design design, Site site)
    {
        if (design.Relational is not { } option)
        {
            return;
        }

        values.All.Set("DatabasePort", RdsEngine.Of(input.Facts, option.Database.Engine, option.Service).Port);
        values.All.Set("DatabaseName", DatabaseName);
        if (option.Service == RelationalService.Rds)
        {
            new RdsValues(values, input, design, option, site).Add();
        }
        else
        {
            new AuroraValues(values, input, design, option, site).Add();
        }
    }
}
