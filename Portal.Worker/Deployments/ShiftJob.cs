using Microsoft.Extensions.Hosting;
using Quartz;

namespace Portal.Worker.Deployments;

/// <summary>One firing is one shift on one target, whose name is the job's. Quartz sees to it that one node at a time has it, and that another takes it over.</summary>
[DisallowConcurrentExecution]
internal sealed class ShiftJob(Shift shift, IHostApplicationLifetime lifetime) : IJob
{
    public const string Group = "shifts";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await shift.WorkAsync(context.JobDetail.Key.Name, lifetime.ApplicationStopping);
}
