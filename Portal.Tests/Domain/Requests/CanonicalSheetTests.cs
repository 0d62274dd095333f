using System.Text.Json;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

public sealed class CanonicalSheetTests
{
    [Fact]
    public void Write_SmallestSheet_HoldsEveryDefaultAndNothingThatIsNotAskedFor()
    {
        var text = CanonicalSheet.Write(RequestReader.Read(Sheets.Smallest).Expect());

        Assert.Equal(
            """
            {"apiVersion":"portal/v1",
            "application":{"architectures":["arm64","x86_64"],"memoryGbPerVcpu":2,"operatingSystem":"linux","software":{"healthCheckPath":"/","kind":"none","port":8080},"stateless":true,"targetCpuPercent":60,"workload":"standard"},
            "availability":{"slaPercent":99.5},
            "budget":{"allowSpot":false,"monthlyUsd":300,"officeHoursOnly":false,"purchase":"on-demand"},
            "compliance":[],
            "kind":"EnvironmentRequest",
            "lifetime":{"expiresOn":"2099-01-31"},
            "metadata":{"costCenter":"CC-1","name":"wiki","stage":"development","team":"platform"},
            "network":{"cidrPool":"10.64.0.0/10","reserved":[]},
            "placement":{"activeActive":false,"primaryRegion":"eu-west-1","residency":[],"secondaryRegions":[]},
            "traffic":{"annualGrowthPercent":0,"cacheablePercent":0,"dynamicResponseKb":8,"edgeMeanRps":0,"edgePeakRps":0,"exposure":"public","meanRps":25,"pattern":"steady","peakRps":100,"staticGbPerMonth":0}}
            """.ReplaceLineEndings(""),
            text);
    }

    [Theory]
    [InlineData(Sheets.Smallest)]
    [InlineData(Sheets.Full)]
    public void Write_ReadAndWrittenAgain_IsTheSameText(string sheet)
    {
        var text = CanonicalSheet.Write(RequestReader.Read(sheet).Expect());

        Assert.Equal(text, CanonicalSheet.Write(RequestReader.Read(text).Expect()));
    }

    [Fact]
    public void Write_DefaultsWrittenOut_GiveTheSameTextAsDefaultsLeftOut()
    {
        var implied = Make.Sheet();
        var written = Make.Sheet(Stage.Development, ("rpsPerVcpu: 50", "rpsPerVcpu: 50.0\n  targetCpuPercent: 6e1\n  software: { kind: none }"), ("rto: 1h", "rto: 60m"));

        Assert.Equal(CanonicalSheet.Write(implied), CanonicalSheet.Write(written));
    }

    [Fact]
    public void Write_NamesAreSortedByTheirBytesAtEveryDepth()
    {
        using var document = JsonDocument.Parse(CanonicalSheet.Write(RequestReader.Read(Sheets.Full).Expect()));

        AssertSorted(document.RootElement);
    }

    private static void AssertSorted(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return;
        var names = element.EnumerateObject().Select(member => member.Name).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        foreach (var member in element.EnumerateObject()) AssertSorted(member.Value);
    }
}
