using Microsoft.Extensions.DependencyInjection;

namespace Portal.Worker.Deployments;

internal static class DeploymentRegistration
{
    /// <summary>The engine: what carries out the step function's commands, shift by shift.</summary>
    public static IServiceCollection AddDeployments(this IServiceCollection services) => services
        .AddSingleton<StackReads>()
        .AddSingleton<StackCalls>()
        .AddSingleton<DeploymentStart>()
        .AddSingleton<DeploymentRun>()
        .AddSingleton<PoisonWatch>()
        .AddSingleton<Shift>();
}
