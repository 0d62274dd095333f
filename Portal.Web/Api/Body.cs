using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Portal.Domain;

namespace Portal.Web.Api;

/// <summary>Reads what a caller sends; what cannot be read is a fault, not a failure.</summary>
internal static class Body
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static bool IsSheet(HttpRequest request) => Is(request, "application/yaml", "application/x-yaml", "text/yaml", MediaTypeNames.Application.Json);

    public static IResult NotASheet() => Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, title: "Send the sheet as application/yaml or application/json.");

    public static async Task<Answer<string>> TextAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellationToken);
        try
        {
            return Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (DecoderFallbackException)
        {
            return Answer.Invalid(new Problem("", "The text is not UTF-8."));
        }
    }

    public static async Task<Answer<T>> JsonAsync<T>(HttpRequest request, CancellationToken cancellationToken) where T : class
    {
        if (!Is(request, MediaTypeNames.Application.Json))
        {
            return Answer.Invalid(new Problem("", "Send application/json."));
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Options, cancellationToken) is { } value ? value : Answer.Invalid(new Problem("", "The body is null."));
        }
        catch (JsonException exception)
        {
            return Answer.Invalid(new Problem(exception.Path?.TrimStart('$', '.') ?? "", "This is not the JSON that the call takes."));
        }
    }

    private static bool Is(HttpRequest request, params ReadOnlySpan<string> types)
    {
        var sent = request.ContentType?.Split(';')[0].Trim();
        foreach (var type in types)
        {
            if (type.Equals(sent, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
