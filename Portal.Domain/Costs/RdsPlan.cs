using Portal.Domain.Planning.Search.Databases;
using Portal.Domain.Requests;

namespace Portal.Domain.Costs;

/// <summary>What the bill must know of an RDS database.</summary>
/// <param name="StorageGb">Set aside for each copy.</param>
internal sealed record RdsPlan(Relational Database, DatabaseLayout Layout, DatabasePrice Price, int StorageGb)
{
    /// <summary>RDS manages no password of a database that copies are made from; the module then makes a secret of its own.</summary>
    public string SecretResource => Layout.Readers + Layout.Elsewhere > 0 ? "Secret" : "Database";
}

/// <summary>What the bill must know of an Aurora cluster.</summary>
/// <param name="Price">Of the class; null where it is serverless.</param>
/// <param name="Units">Capacity of a serverless cluster; null where it has a class.</param>
internal sealed record AuroraPlan(Relational Database, DatabaseLayout Layout, DatabasePrice? Price, ServerlessUnits? Units);
