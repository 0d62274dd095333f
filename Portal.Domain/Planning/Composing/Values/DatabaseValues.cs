using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Sizing;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>What every relational database is told, of either service and in each region.</summary>
internal static class DatabaseValues
{
    public static void Add(RegionValues values, ModuleValues database, PlanningInput input, RelationalOption option, Site site)
    {
        var (policy, engine) = (input.Policy, RdsEngine.Of(input.Facts, option.Database.Engine, option.Service));
        database.Set("Engine", engine.Name);
        database.Set("ParameterFamily", engine.ParameterFamily);
        database.Set("InstanceClass", option.InstanceClass);
        database.Set("BackupRetentionDays", policy.BackupRetentionDays);
        database.Set("DeletionProtection", policy.ProtectsStateful);
        database.Set("MonitoringSeconds", policy.Observed ? 60 : 0);
        if (option.Stops && input.OfficeHours is { } hours)
        {
            AddHours(values, database, hours);
        }
        else
        {
            AddNight(database, QuietHours.Of(input.Facts.Regions[site.Region]), site);
        }
    }

    /// <summary>The password where there are copies: made once in the first region, and copied to the second.</summary>
    public static void AddSecret(ModuleValues database, Reach reach)
    {
        database.Set("SecondRegion", reach.TakesOver ? reach.Sites[1].Region : "");
        if (reach.TakesOver)
        {
            database.SetFrom("SecondRegionKeyArn", reach.Sites[1].Region, Modules.Foundation, "DataKeyArn");
        }
    }

    /// <summary>Readers first, since RDS asks that none is behind its source; the other region on a day of its own, so that one always stands.</summary>
    private static void AddNight(ModuleValues database, QuietHours night, Site site)
    {
        database.Set("BackupWindow", night.BackupWindow);
        database.Set("MaintenanceWindow", night.MaintenanceWindow(site.IsFirst ? "sun" : "wed"));
        database.Set("ReaderMaintenanceWindow", night.MaintenanceWindow("sat"));
    }

    private static void AddHours(RegionValues values, ModuleValues database, OfficeHours hours)
    {
        var windows = new DatabaseWindows(hours.Open);
        database.Set("BackupWindow", windows.Backup);
        database.Set("MaintenanceWindow", windows.Maintenance);
        values.To(Modules.OfficeHours).Set("StartAt", hours.DatabaseStarts);
        values.To(Modules.OfficeHours).Set("StopAt", hours.DatabaseStops);
    }
}
