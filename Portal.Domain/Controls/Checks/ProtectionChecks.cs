namespace Portal.Domain.Controls.Checks;

/// <summary>What must not be lost is not lost by a slip.</summary>
internal static class ProtectionChecks
{
    /// <summary>Load balancers, databases and tables refuse deletion.</summary>
    public static CheckOutcome Deletion(Inventory inventory) => new Verdict()
        .Judge(LoadBalancers.All(inventory), balancer => LoadBalancers.Attribute(balancer, "deletion_protection.enabled").IsTrue ? null : "a load balancer can be deleted")
        .Judge(StoredData.Databases(inventory), database => database["DeletionProtection"].IsTrue ? null : "a database can be deleted")
        .Judge(StoredData.Tables(inventory), table => StoredData.Replicas(table).All(part => part["DeletionProtectionEnabled"].IsTrue) ? null : "a table can be deleted")
        .OrMissing("there is nothing to protect");

    /// <summary>Data, keys and backups outlive their stack.</summary>
    public static CheckOutcome Retention(Inventory inventory) => new Verdict()
        .Judge(StoredData.Irreplaceable(inventory), store => store.IsKept ? null : "it goes with its stack")
        .OrMissing("the plan stores nothing");

    /// <summary>Stacks with data refuse deletion as a whole, and a stack policy refuses to replace the data in them.</summary>
    public static CheckOutcome Change(Inventory inventory) => new Verdict()
        .Judge(StoredData.Irreplaceable(inventory), store => !store.Stack.TerminationProtection ? "its stack can be deleted" : store.Stack.StackPolicy ? null : "an update may replace it")
        .OrMissing("the plan stores nothing");
}
