using System.Text.Json;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Ssm;

/// <summary>Systems Manager, as far as public image parameters go.</summary>
public sealed class SsmService(ParameterStore parameters) : IAwsService
{
    private static readonly DateTimeOffset Published = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public string? XmlNamespace => null;

    public bool Mutates(string operation) => false;

    public AwsReply Answer(AwsCall call) => call.Operation switch
    {
        "GetParameter" => JsonBody.Reply(new { Parameter = Find(call, Text(call.Json, "Name")) ?? throw new AwsException(400, "ParameterNotFound", "") }),
        "GetParameters" => GetParameters(call),
        _ => throw new AwsException(400, "UnknownOperationException", ""),
    };

    private AwsReply GetParameters(AwsCall call)
    {
        var names = call.Json.TryGetProperty("Names", out var list) ? list.EnumerateArray().Select(n => n.GetString() ?? "").ToList() : [];
        return JsonBody.Reply(new
        {
            Parameters = names.Select(n => Find(call, n)).OfType<object>(),
            InvalidParameters = names.Where(n => Find(call, n) is null),
        });
    }

    private object? Find(AwsCall call, string name)
    {
        if (parameters.Find(call.World, name) is not { } value) return null;
        var moved = parameters.Moved(call.Region, name);
        return new
        {
            Name = name, Type = "String", Value = value, Version = moved?.Version ?? 1, DataType = "text",
            LastModifiedDate = (moved?.At ?? Published).ToUnixTimeMilliseconds() / 1000.0, ARN = $"arn:aws:ssm:{call.Region}::parameter{name}",
        };
    }

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
