using Microsoft.Extensions.Hosting;

namespace Portal.Worker.Hosting;

/// <summary>With <c>--parent-stdin</c>: ends this process when its parent's end of stdin closes, however the parent ended.</summary>
internal sealed class ParentWatch(IHostApplicationLifetime lifetime) : BackgroundService
{
    public const string Word = "--parent-stdin";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[256];
        while (await input.ReadAsync(buffer, stoppingToken) > 0)
        {
            // Whatever the parent says is not for us; only its end is.
        }

        lifetime.StopApplication();
    }
}
