namespace Portal.Worker.Aws.Limits;

/// <summary>
/// Calls a second to one target. AWS publishes no rates; 8 to 10 event polls a second were seen to be throttled
/// (https://github.com/aws/aws-cdk-cli/issues/1709), so all calls together stay below that.
/// </summary>
public sealed record LimitSettings
{
    public double CallsPerSecond { get; init; } = 7;

    public double MutationsPerSecond { get; init; } = 4;

    public double ReadsPerSecond { get; init; } = 5;

    /// <summary>How many seconds' worth may go at once after a pause.</summary>
    public double BurstSeconds { get; init; } = 2;

    internal void Check()
    {
        if (CallsPerSecond <= 0 || MutationsPerSecond <= 0 || ReadsPerSecond <= 0 || BurstSeconds <= 0)
            throw new InvalidOperationException("Aws:Limits: every number is above zero");
    }
}

/// <summary>What a call does to AWS; those that change something go first.</summary>
public enum OperationClass
{
    Mutation,
    Read,
}
