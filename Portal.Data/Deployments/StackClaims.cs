using Microsoft.EntityFrameworkCore;
using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;

namespace Portal.Data.Deployments;

/// <summary>The stacks of a new deployment. What an earlier one made is taken over by its id.</summary>
internal static class StackClaims
{
    public static async Task<IReadOnlyList<StackDeploymentRow>> OfAsync(PortalDb db, DeploymentOrder order, CancellationToken cancellationToken)
    {
        var made = await MadeAsync(db, order, cancellationToken);
        return [.. StackGraph.Of(order.Folder.Plan.Stacks).Expect().InOrder.Select((plan, position) => Row(order.Id, plan, position, made.GetValueOrDefault(plan.Name)))];
    }

    private static async Task<Dictionary<string, StackDeploymentRow>> MadeAsync(PortalDb db, DeploymentOrder order, CancellationToken cancellationToken)
    {
        var earlier = from stack in db.Set<StackDeploymentRow>().AsNoTracking()
                      join deployment in db.Set<DeploymentRow>() on stack.DeploymentId equals deployment.Id
                      where deployment.EnvironmentId == order.EnvironmentId && deployment.Id != order.Id && stack.StackId != null
                      orderby deployment.CreatedAt
                      select stack;
        var made = new Dictionary<string, StackDeploymentRow>(StringComparer.Ordinal);
        foreach (var stack in await earlier.ToListAsync(cancellationToken))
        {
            made[stack.Stack] = stack;
        }

        return made;
    }

    private static StackDeploymentRow Row(DeploymentId id, StackPlan plan, int position, StackDeploymentRow? made) => new()
    {
        DeploymentId = id,
        Stack = plan.Name,
        Position = position,
        Account = plan.Account,
        Region = plan.Region,
        Module = plan.Module,
        ExpectedSeconds = plan.ExpectedSeconds,
        Phase = StackPhase.Pending,
        Claim = $"{plan.Account}/{plan.Region}/{plan.Name}",
        StackId = made?.StackId,
        Status = made?.Status,
        Outputs = made?.Outputs ?? "{}",
        LastEventId = made?.LastEventId,
    };
}
