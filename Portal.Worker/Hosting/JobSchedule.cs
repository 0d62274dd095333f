using Portal.Worker.Accounts;
using Portal.Worker.Deployments;
using Quartz;

namespace Portal.Worker.Hosting;

/// <summary>Every job that runs by the clock. Repeating triggers only: a start-now trigger would fire again with every restart.</summary>
internal static class JobSchedule
{
    public static void AddTo(IQuartzBuilder quartz)
    {
        Every<DispatchJob>(quartz, TimeSpan.FromSeconds(1));
        Every<ImageJob>(quartz, TimeSpan.FromSeconds(10));
    }

    private static void Every<T>(IQuartzBuilder quartz, TimeSpan interval) where T : class, IJob
    {
        var key = new JobKey(typeof(T).Name, "schedule");
        quartz.AddJob<T>(job => job.WithIdentity(key).StoreDurably());
        quartz.AddTrigger<T>(trigger => trigger
            .WithIdentity(typeof(T).Name, "schedule")
            .ForJob(key)
            .StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
    }
}
