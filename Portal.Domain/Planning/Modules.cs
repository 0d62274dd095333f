namespace Portal.Domain.Planning;

/// <summary>The modules a plan is composed of, and the resources in them that a bill names.</summary>
internal static class Modules
{
    public const string Foundation = "foundation";
    public const string Network = "network";
    public const string Security = "security";
    public const string Balancer = "balancer";
    public const string Relational = "relational";
    public const string Compute = "compute";

    /// <summary>Modules whose loss loses data, keys or evidence: protected from staging on.</summary>
    public static bool IsStateful(string module) => module is Foundation or Relational;
}
