using Quartz;

namespace Portal.Worker.Accounts;

/// <summary>Keeps the image ids current that approvers sign.</summary>
[DisallowConcurrentExecution]
internal sealed class ImageJob(ImageSync sync) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sync.RunAsync(cancellationToken);
}
