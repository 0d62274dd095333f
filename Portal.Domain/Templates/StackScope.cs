namespace Portal.Domain.Templates;

/// <summary>Where a module is resolved for: what CloudFormation's pseudo parameters will be, as far as it is known before deployment.</summary>
public sealed record StackScope
{
    public required string Region { get; init; }

    public required string AccountId { get; init; }

    public required string StackName { get; init; }

    public string Partition { get; init; } = "aws";

    /// <summary>Whether data, keys and logs outlive the stack even in a stage that would delete them with it.</summary>
    public bool KeepsData { get; init; }

    /// <summary>The value of a pseudo parameter, or null where only a deployment knows it (StackId, NotificationARNs).</summary>
    public string? Pseudo(string name) => name switch
    {
        "AWS::Region" => Region,
        "AWS::AccountId" => AccountId,
        "AWS::StackName" => StackName,
        "AWS::Partition" => Partition,
        "AWS::URLSuffix" => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com",
        _ => null,
    };
}
