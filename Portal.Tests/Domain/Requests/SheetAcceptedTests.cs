using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

/// <summary>What looks odd and is right all the same; a reader that refuses more than the contract does is wrong, too.</summary>
public sealed class SheetAcceptedTests
{
    public static TheoryData<string, string> Odd => new()
    {
        { "meanRps: 500", "meanRps: 2000" },
        { "meanRps: 500", "meanRps: 500\n  concurrentUsers: 22000\n  thinkTimeSeconds: 10" },
        { "meanRps: 500", "meanRps: 500\n  concurrentUsers: 26400\n  thinkTimeSeconds: 10" },
        { "meanRps: 500", "meanRps: 500\n  concurrentUsers: 17600\n  thinkTimeSeconds: 10" },
        { "  peakRps: 2000 ", "  peakConnections: 75000 # " },
        { "audience: { EU: 80, US: 20 }", "audience: { DE: 33.3, UK: 33.3, JP: 33.4 }" },
        { "pattern: steady", "pattern: business-hours\n  businessHours: { days: sun-thu, from: \"07:00\", to: \"19:30\", timeZone: Asia/Riyadh }" },
        { "pattern: steady", "pattern: business-hours\n  businessHours: { days: sat, from: 07:00, to: 19:30, timeZone: UTC }" },
        { "operatingSystem: linux", "operatingSystem: windows" },
        { "zone:       { rpo: 5m,", "zone:       { rpo: 0," },
        { "zone:       { rpo: 5m,", "zone:       { rpo: \"0\"," },
        { "slaPercent: 99.95", "slaPercent: 99.999" },
        { "residency: [EU]", "residency: [DE]" },
        { "residency: [EU]", "residency: []" },
        { "primaryRegion: eu-central-1 ", "primaryRegion: eu-central-2 # " },
        { "reserved: [10.0.0.0/8] ", "reserved: [10.0.0.0/8, 192.168.0.0/16, 203.0.113.7/32] " },
        { "cidrPool: 10.60.0.0/16", "cidrPool: 100.64.0.0/10" },
        { "readReplicas: auto", "readReplicas: 0" },
        { "stateless: true ", "stateless: false " },
        { "costCenter: CC-1042", "costCenter: \"=HYPERLINK(1)\"" },
        { "description: Web shop of the EU region", "description: \"Größe ${AWS::AccountId} $${x} ${!Literal} <b>\"" },
        { "description: Web shop of the EU region", "description: '{\"Ref\":\"AWS::Region\"} a\", \"Principal\": \"*\"'" },
        { "hostedZone: Z0123456789ABCDEFGHIJ", "hostedZone: create" },
        { "image: \"public.ecr.aws/nginx/nginx:1.29\"", "image: nginx" },
        { "image: \"public.ecr.aws/nginx/nginx:1.29\"", "image: \"111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop/web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"" },
        { "kind: container, image: \"public.ecr.aws/nginx/nginx:1.29\"", "kind: script, script: \"curl 169.254.169.254/latest/meta-data/iam; rm -rf / `id` $(id)\"" },
        { "monthlyUsd: 6000", "monthlyUsd: 6e3" },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void Read_OddButRight_IsAccepted(string find, string write)
    {
        var edits = write.Contains("eu-central-2", StringComparison.Ordinal)
            ? new[] { (find, write), ("residency: [EU]", "residency: [CH]") }
            : [(find, write)];

        var result = RequestReader.Read(Make.Edited(Sheets.Full, edits));

        Assert.Empty(result.Problems);
    }

    [Fact]
    public void Read_UsersOnly_TakesAQuarterOfWhatTheyMakeAsTheMean()
    {
        var sheet = Make.Sheet(Stage.Development, ("peakRps: 200\n  meanRps: 50", "concurrentUsers: 1100\n  thinkTimeSeconds: 10"));

        Assert.Null(sheet.Traffic.PeakRps);
        Assert.Equal(100, sheet.Traffic.PeakRequests);
        Assert.Equal(25, sheet.Traffic.MeanRps);
    }

    [Fact]
    public void Read_ConnectionsOnly_LeavesRequestsUnknown()
    {
        var sheet = Make.Sheet(Stage.Development, ("peakRps: 200\n  meanRps: 50", "peakConnections: 9000"), ("rpsPerVcpu: 50", "connectionsPerInstance: 3000"));

        Assert.Null(sheet.Traffic.PeakRequests);
        Assert.Null(sheet.Traffic.MeanRps);
    }

    [Fact]
    public void Read_DomainAlone_AsksForZoneAndCertificateToBeMade()
    {
        var sheet = Make.Sheet(Stage.Development, ("budget:", "dns: { domain: shop.example.com }\nbudget:"));

        Assert.Equal(new Dns { Domain = "shop.example.com", HostedZone = Dns.Create, Certificate = Dns.Create }, sheet.Dns);
    }

    [Fact]
    public void Read_EmptySections_AskForNothing()
    {
        var sheet = RequestReader.Read(Sheets.Smallest + "\ndns: {}\nrecovery: {}\ndata: {}\nnetwork: {}\napplication: {}\ncompliance: []").Expect();

        Assert.Equal(CanonicalSheet.Write(RequestReader.Read(Sheets.Smallest).Expect()), CanonicalSheet.Write(sheet));
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("---\n")]
    [InlineData("# a comment\n\n---\n")]
    public void Read_YamlWithABeginning_IsTheSameSheet(string beginning) => Assert.True(RequestReader.Read(beginning + Sheets.Smallest).IsOk);

    [Fact]
    public void Read_JsonAfterBlanks_IsJson() => Assert.True(RequestReader.Read("\n  " + CanonicalSheet.Write(Make.Sheet()) + "\n").IsOk);

    [Fact]
    public void HasPassed_OnTheLastDay_IsNotYet()
    {
        var lifetime = Make.Sheet().Lifetime;

        Assert.False(lifetime.HasPassed(new DateOnly(2099, 1, 31)));
        Assert.True(lifetime.HasPassed(new DateOnly(2099, 2, 1)));
        Assert.False(new Lifetime().HasPassed(new DateOnly(2099, 2, 1)));
    }
}
