namespace Portal.Sandbox.Resources.Rules;

/// <summary>How a service's refusal reads in a stack's events.</summary>
internal static class Refusals
{
    public static string Handler(string message, string code, string? service = null) =>
        $"Resource handler returned message: \"{message}{(service is null ? "" : $" (Service: {service}, Status Code: 400, Request ID: {Guid.NewGuid()})")}\" (RequestToken: {Guid.NewGuid()}, HandlerErrorCode: {code})";
}
