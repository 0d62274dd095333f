using Microsoft.Extensions.Configuration;
using Portal.Worker.Aws;

namespace Portal.Worker.Hosting;

/// <summary>The section <c>Worker</c> of the configuration.</summary>
public sealed record WorkerSettings
{
    private const int NearMilliseconds = 250;
    private const int FarMilliseconds = 5000;

    /// <summary>Time between two looks at the same stack.</summary>
    public required TimeSpan Poll { get; init; }

    /// <summary>This process among the workers; unique, since Quartz and the targets tell workers apart by it.</summary>
    public required string Node { get; init; }

    /// <summary>The job store's file with SQLite.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Whether to bring the database up to date before work begins.</summary>
    public required bool Migrate { get; init; }

    public static WorkerSettings From(IConfiguration configuration)
    {
        var aws = configuration.GetSection("Aws").Get<AwsSettings>() ?? new AwsSettings();
        var near = aws.Mode != AwsMode.Aws && aws.ServiceUrl.IsLoopback;
        return new()
        {
            Poll = TimeSpan.FromMilliseconds(configuration.GetValue("Worker:PollMilliseconds", near ? NearMilliseconds : FarMilliseconds)),
            Node = configuration["Worker:Node"] ?? $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}"[..Math.Min(60, Environment.MachineName.Length + 20)],
            DataFolder = Path.GetFullPath(configuration["Portal:DataFolder"] ?? "./data"),
            Migrate = configuration.GetValue("Worker:Migrate", true),
        };
    }
}
