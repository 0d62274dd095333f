using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Domain.Sizing;

namespace Portal.Domain.Requests.Reading;

internal static partial class ApplicationRules
{
    private const string Software = "application.software";

    public static IEnumerable<Problem> Check(SheetView sheet) => [.. Held(sheet), .. Kind(sheet), .. Image(sheet), .. Script(sheet), .. Windows(sheet)];

    private static IEnumerable<Problem> Held(SheetView sheet)
    {
        if (sheet.Number("application.connectionsPerInstance") is > HeldConnections.MostOnAnInstance and var held)
            yield return new("application.connectionsPerInstance", string.Create(CultureInfo.InvariantCulture,
                $"is {held:#,##0.##}, but an instance holds {HeldConnections.MostOnAnInstance:#,##0} at most: its proxy reaches the application from {HeldConnections.Ports:#,##0} ports of one address, a connection each, and some stay free for all else"));
    }

    private static IEnumerable<Problem> Kind(SheetView sheet)
    {
        var kind = sheet.Text($"{Software}.kind");
        if (kind is null) yield break;
        foreach (var (field, owner) in new[] { ("image", "container"), ("script", "script") })
        {
            var path = $"{Software}.{field}";
            if (kind == owner && !sheet.Has(path)) yield return SheetRules.Missing(path);
            if (kind != owner && sheet.Has(path)) yield return new(path, $"belongs to kind {owner}: set the kind or leave the {field} out");
        }
    }

    /// <summary>Every instance fetches the image, so its registry may not be the instance's own neighbourhood (metadata, loopback).</summary>
    private static IEnumerable<Problem> Image(SheetView sheet)
    {
        if (sheet.Text($"{Software}.image") is { } image && BareHost().IsMatch(image))
            yield return new($"{Software}.image", "must name its registry by a DNS name, not by an address or localhost");
    }

    /// <summary>The portal runs the script from user data of its own; formats that cloud-init reads instead of running would be inert or take over.</summary>
    private static IEnumerable<Problem> Script(SheetView sheet)
    {
        if (sheet.Text($"{Software}.script") is not { } script) yield break;
        var (bytes, most) = (Encoding.UTF8.GetByteCount(script), SheetSchema.At($"{Software}.script").MaxLength);
        if (bytes > most) yield return new($"{Software}.script", string.Create(CultureInfo.InvariantCulture, $"has {bytes:N0} bytes in UTF-8: at most {most:N0}"));
        if (string.IsNullOrWhiteSpace(script)) yield return new($"{Software}.script", "is blank: write the commands that install the application");
        if (CloudInit().IsMatch(script)) yield return new($"{Software}.script", "is cloud-init configuration: write shell commands instead");
    }

    private static IEnumerable<Problem> Windows(SheetView sheet)
    {
        if (sheet.Text("application.operatingSystem") == "windows" && sheet.Texts("application.architectures").Select(item => item.Value).SequenceEqual(["arm64"]))
            yield return new("application.architectures", "is arm64 alone, on which Windows does not run: add x86_64");
    }

    [GeneratedRegex(@"\A([0-9.]+|0x[0-9a-f]+|localhost)(:[0-9]+)?/")]
    private static partial Regex BareHost();

    [GeneratedRegex(@"\A\s*(#cloud-config|#cloud-boothook|#include|#part-handler|#upstart-job|## template:|Content-Type:|MIME-Version:)", RegexOptions.IgnoreCase)]
    private static partial Regex CloudInit();
}
