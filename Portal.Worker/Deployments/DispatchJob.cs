using Portal.Data.Deployments;
using Quartz;

namespace Portal.Worker.Deployments;

/// <summary>Looks where something is due and sees to it that a shift is scheduled there.</summary>
[DisallowConcurrentExecution]
internal sealed class DispatchJob(TargetStore targets) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var target in await targets.DueAsync(cancellationToken))
        {
            var trigger = new TriggerKey(target, ShiftJob.Group);
            if (!await context.Scheduler.Exists(trigger, cancellationToken))
            {
                await ScheduleAsync(context.Scheduler, target, trigger, cancellationToken);
            }
        }
    }

    private static async Task ScheduleAsync(IScheduler scheduler, string target, TriggerKey trigger, CancellationToken cancellationToken)
    {
        var job = JobBuilder.Create<ShiftJob>().WithIdentity(target, ShiftJob.Group).RequestRecovery().StoreDurably().Build();
        await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellationToken);
        await scheduler.ScheduleJob(TriggerBuilder.Create().WithIdentity(trigger).ForJob(job).StartNow().Build(), cancellationToken: cancellationToken);
    }
}
