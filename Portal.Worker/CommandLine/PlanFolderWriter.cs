using Portal.Domain.Planning.Document;

namespace Portal.Worker.CommandLine;

/// <summary>Puts a plan folder on disk: complete or not at all, and without leftovers of an earlier plan's stacks.</summary>
internal static class PlanFolderWriter
{
    public static void Write(PlanFolder plan, string folder)
    {
        var target = Path.GetFullPath(folder);
        var draft = target.TrimEnd(Path.DirectorySeparatorChar) + ".draft-" + Guid.NewGuid().ToString("n")[..8];
        try
        {
            foreach (var (path, text) in plan.Files)
            {
                var file = Path.Combine(draft, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }

            Place(draft, target);
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }

    /// <summary>A new folder appears in one rename. Into one that stands, stacks go first and <c>plan.json</c> last: whoever finds it finds all it names.</summary>
    private static void Place(string draft, string target)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(draft, target);
            return;
        }

        File.Delete(Path.Combine(target, PlanFolder.PlanPath));
        var stacks = Path.Combine(target, "stacks");
        if (Directory.Exists(stacks))
        {
            foreach (var old in Directory.GetFiles(stacks, "*.yaml"))
            {
                File.Delete(old);
            }
        }

        foreach (var file in Directory.GetFiles(draft, "*", SearchOption.AllDirectories).OrderBy(file => Path.GetFileName(file) == PlanFolder.PlanPath))
        {
            var place = Path.Combine(target, Path.GetRelativePath(draft, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(file, place, overwrite: true);
        }
    }
}
