using Portal.Sandbox.S3;

namespace Portal.Sandbox.Wire;

/// <summary>Answers on their way out: refusals in the shape of their service's protocol, bodies whole or cut short on purpose.</summary>
internal static class ReplyWriter
{
    public static AwsReply Error(IAwsService? service, string requestId, AwsException e) => service switch
    {
        S3Service => S3Service.Error(e.Status, S3Code(e.Code), e.Message, requestId),
        { XmlNamespace: null } => JsonBody.Error(e.Status, JsonCode(e.Code), e.Message),
        _ => Xml.Error(service?.XmlNamespace ?? CloudFormation.CloudFormationService.Namespace, requestId, e.Status, e.Code, e.Message),
    };

    private static string S3Code(string code) => code == "InvalidClientTokenId" ? "InvalidAccessKeyId" : code;

    /// <summary>The JSON services have names of their own for signature faults.</summary>
    private static string JsonCode(string code) => code switch
    {
        "SignatureDoesNotMatch" => "InvalidSignatureException",
        "InvalidClientTokenId" => "UnrecognizedClientException",
        "ExpiredToken" => "ExpiredTokenException",
        "Throttling" => "ThrottlingException",
        _ => code,
    };

    public static async Task WriteAsync(HttpContext context, AwsReply reply, bool truncate)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers) context.Response.Headers[name] = value;
        if (reply.Status != StatusCodes.Status204NoContent) context.Response.ContentLength = reply.Length ?? reply.Body.Length;
        if (reply.Body.Length == 0 || HttpMethods.IsHead(context.Request.Method)) return;
        if (!truncate)
        {
            await context.Response.Body.WriteAsync(reply.Body);
            return;
        }

        await context.Response.Body.WriteAsync(reply.Body.AsMemory(0, reply.Body.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
