using Portal.Data.Storage;
using Portal.Web.Hosting.Demo;

namespace Portal.Web.Hosting;

/// <summary>Whether this process brings its own worker and sandbox, and whether it may.</summary>
internal static class EmbeddedSettings
{
    public static void AddEmbedded(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var database = DatabaseSettings.From(settings);
        if (settings.GetValue("Portal:Embedded", database.Provider == DatabaseProvider.Sqlite))
        {
            Check(settings, database);
            builder.Services.AddHostedService<Embedded>();
            if (settings.GetValue("Portal:Demo", true))
            {
                builder.Services.AddHostedService<DemoOrganisation>();
            }
        }
    }

    /// <exception cref="InvalidOperationException">Something else than simulated AWS on this machine is configured.</exception>
    public static void Check(IConfiguration settings, DatabaseSettings database)
    {
        if ((settings["Aws:Mode"] ?? "sandbox") != "sandbox")
        {
            throw new InvalidOperationException($"Portal__Embedded is for simulated AWS: Aws__Mode may only be sandbox, not {settings["Aws:Mode"]}.");
        }

        if (database.Provider != DatabaseProvider.Sqlite)
        {
            throw new InvalidOperationException("Portal__Embedded keeps its data in SQLite; with PostgreSQL start the worker on its own and set Portal__Embedded=false.");
        }

        if (Address.Configured(settings).FirstOrDefault(url => !Address.IsLoopback(url)) is { } open)
        {
            throw new InvalidOperationException($"Portal__Embedded listens on this machine only, not on {open}.");
        }
    }

    public static IReadOnlyDictionary<string, string> None() => new Dictionary<string, string>();
}
