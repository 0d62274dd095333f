using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Portal.Worker.Aws.Wire;

internal sealed class WireMarshaller<TRequest, TResponse>(ServiceDescription service, Operation<TRequest, TResponse> operation) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var path = operation.Uri.Split('?', 2);
        // Greedy labels ({Key+}) take slashes as they are; the pipeline knows only the plain spelling.
        var request = new DefaultRequest(input, "Amazon." + service.ServiceId.Replace(" ", "", StringComparison.Ordinal)) { HttpMethod = operation.Method, ResourcePath = path[0] };
        var wire = new WireRequest(service, operation.Name, request);
        foreach (var part in path.Length == 2 ? path[1].Split('&') : [])
            wire.FixedSearch(part);
        operation.Write((TRequest)input, wire);
        return request;
    }
}

/// <summary>Reads answers of every protocol; whatever cannot be read is an <see cref="AmazonUnmarshallingException"/>, so that nobody takes it for success.</summary>
internal sealed class WireUnmarshaller<TRequest, TResponse>(Operation<TRequest, TResponse> operation) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var id = WireErrors.RequestId(input.ResponseData);
        try
        {
            var response = operation.Read(new WireAnswer(input));
            response.ResponseMetadata = new ResponseMetadata { RequestId = id };
            return response;
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            throw new AmazonUnmarshallingException(id, "", cause, input.ResponseData.StatusCode);
        }
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        WireErrors.Read(new WireAnswer(input), innerException, statusCode);
}
