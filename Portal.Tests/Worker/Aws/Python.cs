using System.ComponentModel;
using System.Diagnostics;

namespace Portal.Tests.Worker.Aws;

internal static class Python
{
    /// <summary>Starts python3; skips the test, saying so, where there is none.</summary>
    public static Process Start(params IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"python3 is not installed: {missing.Message}");
            throw;
        }
    }
}
