namespace Portal.Sandbox.CloudFormation.Stacks;

public sealed record StackEvent
{
    public const string StackType = "AWS::CloudFormation::Stack";

    public required string Id { get; init; }
    public required string LogicalId { get; init; }
    public string? PhysicalId { get; init; }
    public required string Type { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Status { get; init; }
    public string? Reason { get; init; }
    public string? Properties { get; init; }
    public string? Token { get; init; }
}
