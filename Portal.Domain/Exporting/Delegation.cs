using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Exporting;

/// <summary>A zone that the plan makes, which answers nobody until its parent delegates to it.</summary>
/// <param name="Zone">The stack that makes it.</param>
/// <param name="Domain">Its name.</param>
/// <param name="IsSigned">Whether the parent needs a DS record as well (DNSSEC).</param>
/// <param name="Waiting">Stacks whose certificates are proved by a record in the zone, in the order of deployment: they do not end before the delegation is seen.</param>
internal sealed record Delegation(StackPlan Zone, string Domain, bool IsSigned, IReadOnlyList<StackPlan> Waiting)
{
    /// <summary>Null where the plan makes no zone.</summary>
    public static Delegation? Of(IReadOnlyList<StackPlan> order) => order.FirstOrDefault(stack => stack.Module == Modules.HostedZone) is { } zone
        ? new Delegation(zone, Value(zone, "DomainName"), Value(zone, "Dnssec") == "true", [.. order.Where(stack => stack.Module is Modules.Certificate or Modules.Edge && stack.DependsOn.Contains(zone.Name))])
        : null;

    private static string Value(StackPlan stack, string parameter) => stack.Parameters.GetValueOrDefault(parameter) is StackParameter.Text text ? text.Value : "";
}
