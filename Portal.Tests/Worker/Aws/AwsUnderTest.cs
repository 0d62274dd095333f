using Portal.Worker.Aws;
using Portal.Worker.Aws.Limits;

namespace Portal.Tests.Worker.Aws;

internal static class AwsUnderTest
{
    public static readonly AwsTarget Target = new("222233334444", "eu-west-1");

    /// <summary>Clients of the given address, in a hurry.</summary>
    public static AwsClients Clients(Uri url, double timeoutSeconds = 60, TimeProvider? time = null) =>
        new(new AwsSettings { ServiceUrl = url, TimeoutSeconds = timeoutSeconds, Limits = new LimitSettings { CallsPerSecond = 1000, MutationsPerSecond = 1000, ReadsPerSecond = 1000 } }.Checked(), time ?? TimeProvider.System);
}
