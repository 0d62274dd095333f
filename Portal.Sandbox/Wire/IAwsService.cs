namespace Portal.Sandbox.Wire;

/// <summary>One AWS service. Answers run inside the store's gate and are committed as one transaction.</summary>
public interface IAwsService
{
    /// <summary>Of its XML answers; null for services that speak JSON.</summary>
    string? XmlNamespace { get; }

    /// <summary>Whether the operation changes state that must be on the disk before the answer leaves.</summary>
    bool Mutates(string operation);

    AwsReply Answer(AwsCall call);

    static AwsException UnknownOperation(AwsCall call) =>
        new(400, "InvalidAction", $"Could not find operation {call.Operation} for version 2010-05-15");
}
