using System.Globalization;
using System.Text;
using Portal.Domain.Requests.Reading;

namespace Portal.Domain.Requests;

/// <summary>
/// The one door through which a sheet comes in: YAML or JSON text (what starts with <c>{</c> is JSON) becomes a checked
/// <see cref="RequestSheet"/>, or every fault at once, each with its path. Fields, types and ranges are those of
/// <c>request.schema.json</c>; rules between fields follow. It never throws on text, and reads no clock: whether a date has passed is
/// the caller's question (<see cref="Lifetime.HasPassed"/>).
/// </summary>
public static class RequestReader
{
    /// <summary>In UTF-8.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>More faults than anyone reads; the last line says how many were left out.</summary>
    private const int MaxProblems = 100;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A file as it lies on disk.</summary>
    public static Result<RequestSheet> Read(byte[] file)
    {
        try
        {
            return Read(Strict.GetString(file));
        }
        catch (DecoderFallbackException fault)
        {
            return Result<RequestSheet>.No(new Problem("", string.Create(CultureInfo.InvariantCulture, $"The sheet is not UTF-8: byte {fault.Index + 1:N0} begins no character. Save it as UTF-8")));
        }
    }

    public static Result<RequestSheet> Read(string text)
    {
        if (text.Length > MaxBytes || Encoding.UTF8.GetByteCount(text) > MaxBytes)
            return Result<RequestSheet>.No(new Problem("", "The sheet is larger than 256 KB: a sheet needs a few"));
        if (text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var at)
            return Result<RequestSheet>.No(new Problem("", $"The sheet holds a NUL character, line {1 + text.AsSpan(0, at).Count('\n')}: take it out"));
        var body = text.TrimStart('\uFEFF');
        var tree = body.TrimStart().StartsWith('{') ? JsonText.Read(body) : YamlText.Read(body);
        if (!tree.IsOk) return Result<RequestSheet>.No(tree.Problems);
        if (tree.Value is not MapNode root) return Result<RequestSheet>.No(new Problem("", "This is not a request sheet: one starts with apiVersion: portal/v1"));
        var problems = Faults(root);
        return problems.Count > 0 ? Result<RequestSheet>.No(problems) : Result<RequestSheet>.Ok(SheetJson.ToSheet(root));
    }

    private static List<Problem> Faults(MapNode root)
    {
        var problems = new List<Problem>();
        new SchemaCheck(problems).Check(SheetSchema.Root, root, "");
        problems.AddRange(SheetRules.Check(new SheetView(root, problems)).ToList());
        problems.AddRange(TextCheck.Check(root));
        if (problems.Count <= MaxProblems) return problems;
        return [.. problems.Take(MaxProblems), new Problem("", $"and {problems.Count - MaxProblems:N0} more")];
    }
}
