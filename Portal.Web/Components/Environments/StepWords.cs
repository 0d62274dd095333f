using Portal.Data.Deployments;
using Portal.Domain.Deployments;

namespace Portal.Web.Components.Environments;

/// <summary>What a deployment is doing, in one line.</summary>
public static class StepWords
{
    public static string Of(DeploymentView deployment) => deployment.State switch
    {
        DeploymentState.Queued => "Waiting for a worker",
        DeploymentState.Waiting => "Waiting, nothing is lost",
        DeploymentState.Succeeded => "Done",
        DeploymentState.Failed => "Stopped",
        DeploymentState.Cancelled => "Cancelled",
        _ => Running(deployment),
    };

    private static string Running(DeploymentView deployment)
    {
        var moving = deployment.Stacks.Where(s => s.Phase is not (StackPhase.Pending or StackPhase.Done or StackPhase.Failed)).ToList();
        if (moving.Count == 0)
        {
            return deployment.Stacks.All(s => s.Phase == StackPhase.Done) ? "Finishing" : "Choosing the next step";
        }

        var verb = deployment.Kind == DeploymentKind.Destroy ? "Removing" : moving.All(s => s.Phase == StackPhase.Protecting) ? "Protecting" : moving.All(s => s.Phase == StackPhase.Preparing) ? "Preparing" : "Creating";
        var places = moving.Select(s => s.Region).Distinct().ToList();
        return $"{verb} {string.Join(" and ", moving.Select(s => s.Module.Replace('-', ' ')).Distinct())} in {string.Join(" and ", places)}";
    }
}
