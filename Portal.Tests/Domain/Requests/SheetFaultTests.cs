using Portal.Domain;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

/// <summary>Each rule of the contract, broken once (<see cref="SheetSlips"/>) and all together.</summary>
public sealed class SheetFaultTests
{
    public static TheoryData<string, string> Dates => new()
    {
        { "2026-02-30", "a date of the calendar" },
        { "9999-12-31", "before 2100" },
        { "01.03.2027", "such as 2027-03-01" },
    };

    [Theory]
    [MemberData(nameof(SheetSlips.Fields), MemberType = typeof(SheetSlips))]
    public void Read_OneSlipInAField_IsToldOnceAtItsPath(string find, string write, string path, string says)
    {
        var problem = Assert.Single(Faults(Make.Edited(Sheets.Full, (find, write))));

        Assert.Equal(path, problem.Path);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SheetSlips.BetweenFields), MemberType = typeof(SheetSlips))]
    public void Read_FieldsThatContradictEachOther_AreToldAtTheOneToChange(string find, string write, string path, string says)
    {
        var problems = Faults(Make.Edited(Sheets.Full, (find, write)));

        Assert.Contains(says, Assert.Single(problems, problem => problem.Path == path).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void Read_DateThatIsNone_IsRefused(string date, string says)
    {
        var problem = Assert.Single(Faults(Make.Edited(Sheets.Smallest, ("2099-01-31", date))));

        Assert.Equal("lifetime.expiresOn", problem.Path);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ConnectionsWithoutTheirUnit_AskForIt()
    {
        var problem = Assert.Single(Faults(Make.Edited(Sheets.Smallest, ("peakRps: 100", "peakConnections: 75000"))));

        Assert.Equal("application.connectionsPerInstance", problem.Path);
        Assert.Contains("is required where traffic.peakConnections is given", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public void Read_NeitherDomainNorCertificate_IsRefusedUnlessStageIsDevelopment(string stage)
    {
        var sheet = Make.Edited(Sheets.Smallest, ("stage: development", $"stage: {stage}"), ("lifetime: { expiresOn: 2099-01-31 }", ""));

        Assert.Equal("dns.certificate", Assert.Single(Faults(sheet)).Path);
        Assert.Equal("dns.certificate", Assert.Single(Faults(Make.Edited(sheet, ("peakRps: 100", "peakRps: 100, exposure: internal")))).Path);
        Assert.True(RequestReader.Read(sheet + $"\ndns: {{ certificate: \"{SheetSlips.Arn("eu-west-1", "111122223333")}\" }}").IsOk);
        Assert.True(RequestReader.Read(Sheets.Smallest).IsOk);
    }

    [Fact]
    public void Read_SheetWithoutSections_NamesEveryRequiredField()
    {
        var paths = Faults("apiVersion: portal/v1\nkind: EnvironmentRequest").Select(problem => problem.Path);

        Assert.Equal(
            ["metadata.name", "metadata.team", "metadata.stage", "metadata.costCenter", "availability.slaPercent", "placement.primaryRegion", "budget.monthlyUsd", "traffic.peakRps"],
            paths);
    }

    [Fact]
    public void Read_SeveralSlips_AreAllToldAtOnce()
    {
        var paths = Faults(Make.Edited(
            Sheets.Full,
            ("name: shop ", "name: Shop "),
            ("meanRps: 500", "meanRps: 2500"),
            ("pattern: steady", "patern: steady"),
            ("engine: postgresql", "engine: postgres"),
            ("reserved: [10.0.0.0/8] ", "reserved: [10.0.0.0/8, 010.0.0.0/8] "),
            ("description: Web shop", "description: \"{{resolve:ssm:/x}}\" # Web shop"),
            ("lifetime: {}", "lifetime: { expiresOn: 2027-03-01 }"))).Select(problem => problem.Path);

        Assert.Equal(
            ["metadata.name", "traffic.patern", "data.relational.engine", "network.reserved[1]", "traffic.meanRps", "lifetime.expiresOn", "metadata.description"],
            paths);
    }

    [Fact]
    public void Read_MoreFaultsThanAnyoneReads_SaysHowManyAreLeftOut()
    {
        var many = string.Concat(Enumerable.Range(0, 250).Select(i => $"\nfield{i}: {i}"));

        var problems = Faults(Sheets.Smallest + many);

        Assert.Equal(101, problems.Count);
        Assert.Equal("and 150 more", problems[^1].Message);
    }

    [Theory]
    [InlineData("shop", "metadata.name")]
    [InlineData("EnvironmentRequest", "kind")]
    public void Read_JsonWithASlip_IsToldLikeYaml(string find, string path)
    {
        var json = CanonicalSheet.Write(RequestReader.Read(Sheets.Full).Expect());

        Assert.Equal(path, Assert.Single(Faults(Make.Edited(json, ($"\"{find}\"", "\"X\"")))).Path);
    }

    private static IReadOnlyList<Problem> Faults(string sheet)
    {
        var result = RequestReader.Read(sheet);
        Assert.False(result.IsOk);
        return result.Problems;
    }
}
