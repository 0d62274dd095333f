using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;
using Portal.Worker.Aws.CloudFormation;

namespace Portal.Worker.Deployments;

/// <summary>What the engine wants done with a plan's stacks, as calls to CloudFormation.</summary>
/// <param name="folder">The plan with its templates.</param>
/// <param name="description">What its change sets say of themselves.</param>
public sealed class PlannedCalls(PlanFolder folder, string description)
{
    /// <returns>What was made; null where the call makes nothing that has an id.</returns>
    public async Task<ChangeSetIds?> RunAsync(CloudFormationApi api, StackCommand.Mutation call, CancellationToken cancellationToken)
    {
        switch (call)
        {
            case StackCommand.CreateChangeSet make:
                return await api.CreateChangeSetAsync(ChangeSetOf(make), cancellationToken);
            case StackCommand.ExecuteChangeSet execute:
                await api.ExecuteChangeSetAsync(execute.Target, execute.ChangeSet, execute.Token, cancellationToken);
                break;
            case StackCommand.DeleteChangeSet drop:
                await api.DeleteChangeSetAsync(drop.Target, drop.ChangeSet, cancellationToken);
                break;
            case StackCommand.SetStackPolicy policy:
                await api.SetStackPolicyAsync(policy.Target, StackPolicies.KeepData, cancellationToken);
                break;
            case StackCommand.ProtectStack or StackCommand.UnprotectStack:
                await api.SetTerminationProtectionAsync(call.Target, call is StackCommand.ProtectStack, cancellationToken);
                break;
            case StackCommand.UnlockStack unlock:
                await UnlockAsync(api, unlock, cancellationToken);
                break;
            case StackCommand.DeleteStack delete:
                await api.DeleteStackAsync(delete.Target, delete.Token, cancellationToken);
                break;
        }

        return null;
    }

    /// <summary>The template that stands, every value as it is, one switched off.</summary>
    private Task UnlockAsync(CloudFormationApi api, StackCommand.UnlockStack unlock, CancellationToken cancellationToken)
    {
        var plan = Plan(unlock);
        var update = new ParameterUpdate
        {
            Stack = unlock.Target,
            Token = unlock.Token,
            Changed = new Dictionary<string, string> { [unlock.Parameter] = "false" },
            Kept = [.. plan.Parameters.Keys.Where(key => key != unlock.Parameter)],
            Capabilities = plan.Capabilities,
        };
        return api.UpdateParametersAsync(update, cancellationToken);
    }

    /// <summary>The signed bytes, as they are stored; the worker renders nothing.</summary>
    private NewChangeSet ChangeSetOf(StackCommand.CreateChangeSet make)
    {
        var plan = Plan(make);
        return new NewChangeSet
        {
            Stack = make.Target,
            Type = ChangeSetType.Create,
            Name = make.Name,
            Token = make.Token,
            TemplateBody = folder.Template(plan),
            Parameters = make.Parameters,
            Tags = plan.Tags,
            Capabilities = [.. plan.Capabilities],
            Description = description,
        };
    }

    private StackPlan Plan(StackCommand command) => folder.Plan.Stacks.Single(s => s.Name == command.Stack);
}
