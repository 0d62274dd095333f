using System.Text.Json;

namespace Portal.Sandbox.Wire;

/// <summary>Answers of the JSON protocols.</summary>
public static class JsonBody
{
    public static AwsReply Reply(object value) =>
        new(200, "application/x-amz-json-1.1", JsonSerializer.SerializeToUtf8Bytes(value));

    public static AwsReply Error(int status, string code, string message) =>
        new(status, "application/x-amz-json-1.1", JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["__type"] = code, ["message"] = message }));
}
