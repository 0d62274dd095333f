namespace Portal.Worker.Aws;

/// <summary>Where stacks live and where AWS counts calls: one account in one region.</summary>
public sealed record AwsTarget(string Account, string Region)
{
    public override string ToString() => $"{Account}/{Region}";
}
