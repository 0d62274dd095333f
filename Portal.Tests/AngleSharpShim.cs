using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Portal.Tests;

/// <summary>bUnit compares markup with AngleSharp.Diffing; the version that can be restored answers for the one it was built against.</summary>
internal static class AngleSharpShim
{
#pragma warning disable CA2255 // A test assembly is an application: nobody references it.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() => AssemblyLoadContext.Default.Resolving += (context, name) => name.Name == "AngleSharp.Diffing"
        ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
        : null;
}
