using Portal.Domain.Costs;
using Portal.Domain.Planning.Search;
using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>The bucket of the application's objects, its copy in a second region, and in each region who uses and watches them.</summary>
internal static class ObjectsValues
{
    public static void Add(RegionValues values, PlanningInput input, Design design, string region)
    {
        if (design.Objects is not { } option)
        {
            return;
        }

        // Versions and the copy keep objects, so AWS Backup does not keep them again.
        values.To(Modules.Backup).Set("BucketArn", "");
        values.To(option.Module).Set("NoncurrentDays", ObjectsCosts.NoncurrentDays);
        if (region == input.Region)
        {
            values.To(Modules.Compute).SetFrom("BucketName", region, option.Module, Output(option));
        }

        if (option.Copy is { } copy)
        {
            AddCopying(values.To(option.Module), option, copy);
            AddCopy(values, option, copy, region);
            if (region == input.Region || region == copy.Region)
            {
                AddWatch(values.To(Modules.MonitoringData), input, option, copy, region);
            }
        }
    }

    private static void AddCopying(ModuleValues bucket, ObjectsOption option, Site copy)
    {
        bucket.SetFrom("ReplicaBucketArn", copy.Region, Modules.StorageReplica, "ReplicaBucketArn");
        bucket.SetFrom("ReplicaKeyArn", copy.Region, Modules.StorageReplica, "ReplicaKeyArn");
        bucket.Set("ReplicationTime", true);
        if (option.IsPublic)
        {
            // The copy answers users while the first bucket does not.
            bucket.SetFrom("ReplicaBucketDomain", copy.Region, Modules.StorageReplica, "ReplicaBucketDomain");
        }
    }

    private static void AddCopy(RegionValues values, ObjectsOption option, Site copy, string region)
    {
        var replica = values.To(Modules.StorageReplica);
        replica.Set("NoncurrentDays", ObjectsCosts.NoncurrentDays);
        replica.Set("Distribution", option.IsPublic);
        if (region == copy.Region)
        {
            values.To(Modules.Compute).SetFrom("BucketName", region, Modules.StorageReplica, "ReplicaBucketName");
        }
    }

    private static void AddWatch(ModuleValues watch, PlanningInput input, ObjectsOption option, Site copy, string region)
    {
        watch.SetFrom("CopiedBucketName", input.Region, option.Module, Output(option));
        watch.SetFrom("BucketCopyName", copy.Region, Modules.StorageReplica, "ReplicaBucketName");
        watch.Set("BucketRole", region == copy.Region ? "copy" : "source");
    }

    private static string Output(ObjectsOption option) => option.IsPublic ? "SiteBucketName" : "BucketName";
}
