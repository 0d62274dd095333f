using System.Runtime.InteropServices;

namespace Portal.Web.Hosting;

/// <summary>Where another program of the portal stands: in this folder or the next one when published, in its own bin folder in the repository.</summary>
internal static class ChildProgram
{
    /// <exception cref="FileNotFoundException">It is in none of them.</exception>
    public static string Find(string program) => Find(program, AppContext.BaseDirectory);

    public static string Find(string program, string folder) => Places(program, Path.TrimEndingDirectorySeparator(folder)).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"{program}.dll is not built: looked in {string.Join(", ", Places(program, Path.TrimEndingDirectorySeparator(folder)).Select(Path.GetDirectoryName))}.");

    /// <summary>The host that runs this process.</summary>
    public static string DotnetHost()
    {
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(host) ? host : "dotnet";
    }

    private static IEnumerable<string> Places(string program, string folder)
    {
        var file = $"{program}.dll";
        yield return Path.Combine(folder, file);
        yield return Path.Combine(folder, "..", program, file);

        // …/Portal.Web/bin/Debug/net10.0 -> …/Portal.Worker/bin/Debug/net10.0
        var project = Path.GetFullPath(Path.Combine(folder, "..", "..", ".."));
        yield return Path.Combine(project, "..", program, Path.GetRelativePath(project, folder), file);
    }
}
