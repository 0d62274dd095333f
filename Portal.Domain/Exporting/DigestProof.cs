using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Domain.Exporting;

/// <summary>The parts of the digest that are no file of the plan folder, and the lines that are hashed, so that anybody can compute it again.</summary>
internal static class DigestProof
{
    public const string LinesPath = "digest.tsv";

    /// <summary>Nothing without the sheet, or where these parts do not make the plan's digest: a refused plan, or a sheet that this version reads another way.</summary>
    public static IReadOnlyDictionary<string, string> Of(PlanFolder folder, RequestSheet? sheet)
    {
        if (sheet is null || !folder.Plan.Stacks.All(stack => folder.Files.ContainsKey(stack.Template)))
        {
            return new Dictionary<string, string>();
        }

        var parts = PlanDigest.Parts(sheet, folder.Plan, folder.Files);
        return Digest.Of(parts) == folder.Plan.Digest
            ? parts.Append(new(LinesPath, Digest.Lines(parts))).ToDictionary(StringComparer.Ordinal)
            : new Dictionary<string, string>();
    }
}
