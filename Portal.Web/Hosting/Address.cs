namespace Portal.Web.Hosting;

/// <summary>Where the portal listens: on this machine only, unless the settings say otherwise.</summary>
internal static class Address
{
    public const string Default = "http://127.0.0.1:5080";

    public static void AddAddress(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        if (string.IsNullOrEmpty(settings[WebHostDefaults.ServerUrlsKey]) && string.IsNullOrEmpty(settings["http_ports"]) && string.IsNullOrEmpty(settings["https_ports"]) && !settings.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Default);
        }

        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        builder.WebHost.UseStaticWebAssets();
    }

    /// <summary>Every address that is configured, or the default.</summary>
    public static IReadOnlyList<string> Configured(IConfiguration settings)
    {
        var endpoints = settings.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"] ?? "").ToList();
        var ports = new[] { "http_ports", "https_ports" }.SelectMany(key => Parts(settings[key])).Select(port => $"http://*:{port}");
        var urls = Parts(settings[WebHostDefaults.ServerUrlsKey]);
        return endpoints.Count > 0 ? endpoints : urls.Length > 0 ? urls : [.. ports.DefaultIfEmpty(Default)];
    }

    public static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static string[] Parts(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
