using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

public sealed class SheetYamlTests
{
    [Fact]
    public void Write_SmallSheet_IsWhatAPersonWouldWrite() =>
        Assert.Equal(
            """
            apiVersion: portal/v1
            kind: EnvironmentRequest
            metadata:
              name: shop
              team: storefront
              stage: development
              costCenter: CC-1042
            traffic:
              peakRps: 200
            application:
              rpsPerVcpu: 50
            availability:
              slaPercent: 99.9
            recovery:
              zone: {rpo: 5m, rto: 30m}
              corruption: {rpo: 5m, rto: 1h}
            placement:
              primaryRegion: eu-central-1
            data:
              relational: {engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100}
            budget:
              monthlyUsd: 2000
            lifetime:
              expiresOn: 2099-01-31

            """.ReplaceLineEndings("\n"), SheetYaml.Write(Make.Sheet()));

    [Theory]
    [InlineData(Sheets.Smallest)]
    [InlineData(Sheets.Full)]
    public void Write_ReadAgain_IsTheSameSheet(string text)
    {
        var sheet = RequestReader.Read(text).Expect();

        var again = RequestReader.Read(SheetYaml.Write(sheet)).Expect();

        Assert.Equal(CanonicalSheet.Write(sheet), CanonicalSheet.Write(again));
    }

    [Theory]
    [InlineData("#!/bin/bash\nset -e\n\ndnf install -y nginx\n")]
    [InlineData("echo 'no last line feed'\necho \"# {x}: [y], &z *a !b %c @d `e`\"")]
    [InlineData("  begins with blanks\n")]
    [InlineData("ends with blanks  \nand two feeds\n\n")]
    [InlineData("\n\nbegins with feeds")]
    [InlineData("one line")]
    [InlineData("tab\there\r\nand a carriage return")]
    [InlineData("smile \U0001F600 and \u2028 and \u00a0")]
    public void Write_ScriptOfAnyShape_ReadsAgainLetterForLetter(string script)
    {
        var small = Make.Sheet();
        var sheet = small with { Application = small.Application with { Software = new Software { Kind = SoftwareKind.Script, Script = script } } };

        var again = RequestReader.Read(SheetYaml.Write(sheet)).Expect();

        Assert.Equal(script, again.Application.Software.Script);
    }

    [Fact]
    public void Write_MultiLineScript_StandsAsLines()
    {
        var small = Make.Sheet();
        var sheet = small with { Application = small.Application with { Software = new Software { Kind = SoftwareKind.Script, Script = "#!/bin/bash\ndnf install -y nginx\n" } } };

        Assert.Contains("script: |\n      #!/bin/bash\n      dnf install -y nginx\n", SheetYaml.Write(sheet), StringComparison.Ordinal);
    }
}
