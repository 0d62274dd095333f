using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Fields;

/// <summary>Everything that is stored.</summary>
internal static class DataRows
{
    private const string Relational = "data.relational.";
    private const string KeyValue = "data.keyValue.";
    private static readonly (string, string) NoLimit = ("monthlyUsd: 2000", "monthlyUsd: 900000");

    public static IEnumerable<FieldRow> All =>
    [
        new(Relational + "engine", [NoLimit], ("engine: postgresql", "engine: mysql"), (before, after) => (before.Database[0].Engine, after.Database[0].Engine) is (Portal.Domain.Requests.DatabaseEngine.PostgreSql, Portal.Domain.Requests.DatabaseEngine.MySql)),
        new(Relational + "engine", [NoLimit], ("engine: postgresql", "engine: oracle-se2"), Seen.Refused(RefusalKind.NoPrice, "data.relational.engine")),
        new(Relational + "engine", [NoLimit], ("engine: postgresql", "engine: sqlserver-standard"), Seen.Refused(RefusalKind.NoPrice, "data.relational.engine")),
        new(Relational + "sizeGb", [NoLimit], ("sizeGb: 50", "sizeGb: 500"), Seen.Dearer),
        new(Relational + "readsPerSecond", [NoLimit], ("readsPerSecond: 200", "readsPerSecond: 6000"), Seen.Dearer),
        new(Relational + "writesPerSecond", [NoLimit], ("writesPerSecond: 40", "writesPerSecond: 4000"), Seen.Dearer),
        new(Relational + "connections", [NoLimit], ("connections: 100", "connections: 4000"), Seen.Dearer),
        new(Relational + "readReplicas", [NoLimit], ("connections: 100", "connections: 100, readReplicas: 2"), Seen.Both(Seen.Dearer, (before, after) => after.Database.Sum(each => each.Instances) >= before.Database.Sum(each => each.Instances) + 1)),
        new(Relational + "readReplicas", [NoLimit], ("connections: 100", "connections: 100, readReplicas: 2"), Seen.Warned("data.relational.readReplicas", "Replicas lag")),
        new(Relational + "readReplicas", [NoLimit], ("connections: 100", "connections: 100, readReplicas: 5"), Seen.Refused(RefusalKind.Unsupported, "data.relational.readReplicas")),
        new(Relational + "service", [NoLimit, ("connections: 100", "connections: 100, service: rds")], ("service: rds", "service: aurora"), (before, after) => before.Database[0].Service != after.Database[0].Service),
        Table("sizeGb", "sizeGb: 40", "sizeGb: 400", Seen.Dearer),
        Table("readsPerSecond", "readsPerSecond: 600", "readsPerSecond: 6000", Seen.Dearer),
        Table("writesPerSecond", "writesPerSecond: 200", "writesPerSecond: 2000", Seen.Dearer),
        Table("writesPerSecond", "writesPerSecond: 200", "writesPerSecond: 50000", Seen.Warned("data.keyValue", "raise the quota")),
        Table("itemKb", "itemKb: 1", "itemKb: 9", Seen.Dearer),
        Table("consistency", "eventual", "strong", Seen.Dearer),
        Cache("engine", "engine: valkey", "engine: redis", Seen.Dearer),
        Cache("engine", "engine: valkey", "engine: memcached", (before, after) => before.Cache[0].Engine != after.Cache[0].Engine),
        Cache("sizeGb", "sizeGb: 3", "sizeGb: 30", Seen.Dearer),
        Cache("sizeGb", "sizeGb: 3", "sizeGb: 3000", Seen.Refused(RefusalKind.Infeasible, "data.cache")),
        Cache("opsPerSecond", "opsPerSecond: 5000", "opsPerSecond: 150000", Seen.Dearer),
        Objects("sizeGb", "sizeGb: 500", "sizeGb: 5000", Seen.Dearer),
        Objects("publicStatic", "sizeGb: 500", "sizeGb: 500, publicStatic: true", (before, after) => !before.Edge!.Cdn && after.Edge!.Cdn),
    ];

    private static FieldRow Table(string field, string find, string write, Func<Plan, Plan, bool> sees) => Row(KeyValue + field, DataSheets.Table, find, write, sees);

    private static FieldRow Cache(string field, string find, string write, Func<Plan, Plan, bool> sees) => Row("data.cache." + field, DataSheets.Cache, find, write, sees, sla: "99.8");

    private static FieldRow Objects(string field, string find, string write, Func<Plan, Plan, bool> sees) => Row("data.objects." + field, DataSheets.Objects, find, write, sees);

    private static FieldRow Row(string path, string data, string find, string write, Func<Plan, Plan, bool> sees, string sla = "99.9") =>
        new(path, [NoLimit, ("relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }", data), ("slaPercent: 99.9", "slaPercent: " + sla)], (find, write), sees);
}
