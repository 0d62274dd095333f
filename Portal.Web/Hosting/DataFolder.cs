using Microsoft.AspNetCore.DataProtection;

namespace Portal.Web.Hosting;

/// <summary>The folder with everything that outlives the process: database, sandbox, keys.</summary>
internal static class DataFolder
{
    public static string Of(IConfiguration configuration) => Path.GetFullPath(configuration["Portal:DataFolder"] ?? "./data");

    /// <summary>Cookies and forms stay valid over a restart.</summary>
    public static void AddDataFolder(this WebApplicationBuilder builder) => builder.Services
        .AddDataProtection()
        .SetApplicationName("portal")
        .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(Of(builder.Configuration), "keys")));
}
