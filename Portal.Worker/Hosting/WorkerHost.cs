using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Worker.Accounts;
using Portal.Worker.Aws;
using Portal.Worker.Deployments;

namespace Portal.Worker.Hosting;

/// <summary>What a worker is: the database, AWS, the engine, and the jobs that drive it.</summary>
public static class WorkerHost
{
    public static IHost Build(string[] arguments, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(NearLimits(builder.Configuration)).AddEnvironmentVariables().AddInMemoryCollection(settings ?? []);
        builder.Logging.ClearProviders().AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat) = (true, "HH:mm:ss ")).AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);

        var worker = WorkerSettings.From(builder.Configuration);
        builder.Services.AddSingleton(worker).AddPortalData(builder.Configuration).AddAws(builder.Configuration);
        builder.Services.AddHostedService<MigrationGate>();
        if (arguments.Contains(ParentWatch.Word))
        {
            builder.Services.AddHostedService<ParentWatch>();
        }

        builder.Services.AddAccounts().AddDeployments().AddJobs(worker, DatabaseSettings.From(builder.Configuration));
        return builder.Build();
    }

    /// <summary>AWS's rates are shared and unknown, so the default is careful; a simulated AWS on this machine is ours alone.</summary>
    private static Dictionary<string, string?> NearLimits(ConfigurationManager configuration)
    {
        var aws = configuration.GetSection("Aws").Get<AwsSettings>() ?? new AwsSettings();
        return aws.Mode == AwsMode.Aws || !aws.ServiceUrl.IsLoopback
            ? []
            : new() { ["Aws:Limits:CallsPerSecond"] = "200", ["Aws:Limits:MutationsPerSecond"] = "100", ["Aws:Limits:ReadsPerSecond"] = "150" };
    }
}
