using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning;

public sealed class WarningTests
{
    [Fact]
    public void Internal_SaysWhereClientsComeFrom() =>
        Assert.Contains("192.168.0.0/16", Text("traffic.exposure", ("peakRps: 200", "peakRps: 200\n  exposure: internal"), ("budget:", "network: { reserved: [192.168.0.0/16] }\nbudget:")), StringComparison.Ordinal);

    [Fact]
    public void DevelopmentWithoutCertificate_WarnsOfHttp() =>
        Assert.Contains(Designs.Of(Make.Sheet(Stage.Development)).Warnings, warning => warning.Requirement == "dns.certificate");

    [Fact]
    public void Unmeasured_WarnsOfTheAssumedRate() =>
        Assert.Contains("60 requests a second per vCPU", Text("application.rpsPerVcpu", ("rpsPerVcpu: 50", "workload: standard")), StringComparison.Ordinal);

    [Theory]
    [InlineData("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  stateless: false", "application.stateless")]
    [InlineData("monthlyUsd: 2000", "monthlyUsd: 2000\n  allowSpot: true", "budget.allowSpot")]
    [InlineData("eu-central-1", "eu-central-2", "placement.primaryRegion")]
    public void RisksThatStay_AreNamed(string find, string write, string path) => Assert.NotEqual("", Text(path, (find, write)));

    [Fact]
    public void SharedWayOut_IsARisk_AndOneForEachZoneIsNot()
    {
        Assert.Contains("One NAT gateway", Text("recovery.zone"), StringComparison.Ordinal);
        Assert.DoesNotContain(Designs.Of(("zone: { rpo: 5m, rto: 30m }", "zone: { rpo: 0, rto: 2m }")).Warnings, warning => warning.Requirement == "recovery.zone");
    }

    private static string Text(string path, params (string, string)[] edits) =>
        string.Join('\n', Designs.Of(edits).Warnings.Where(warning => warning.Requirement == path).Select(warning => warning.Text));
}
