using Microsoft.Extensions.Logging;
using Portal.Data.Accounts;
using Portal.Worker.Aws;

namespace Portal.Worker.Accounts;

/// <summary>Reads what the public image parameters name, so that an approver signs an image id and not a moving name.</summary>
internal sealed partial class ImageSync(AwsClients aws, ImageStore images, TargetRegions regions, TimeProvider clock, ILogger<ImageSync> log)
{
    /// <summary>Amazon Linux 2023, newest with its default kernel. https://docs.aws.amazon.com/linux/al2023/ug/ec2.html</summary>
    private static readonly string[] Parameters =
    [
        "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
        "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
    ];

    private static readonly TimeSpan Keep = TimeSpan.FromHours(1);

    /// <summary>Reads what is missing or older than an hour, so that AWS being away when the worker starts costs seconds only.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var target in await regions.AllAsync(cancellationToken))
        {
            if (await images.AreFreshAsync(target.Region, Parameters, clock.GetUtcNow() - Keep, cancellationToken))
            {
                continue;
            }

            try
            {
                foreach (var (parameter, image) in await aws.For(target).Images.ResolveAsync(Parameters, cancellationToken))
                {
                    await images.PutAsync(target.Region, parameter, image, cancellationToken);
                }
            }
            catch (AwsException failure)
            {
                Unreadable(log, target, failure.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Images of {Target} could not be read: {Reason}")]
    private static partial void Unreadable(ILogger logger, AwsTarget target, string reason);
}
