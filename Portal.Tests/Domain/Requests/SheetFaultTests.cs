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

    [Theory]
    [InlineData("50000.5", "is 50,000.5, but an instance holds 50,000 at most: its proxy reaches the application from 55,296 ports")]
    [InlineData("200000", "is 200,000, but an instance holds 50,000 at most")]
    public void Read_MoreConnectionsThanAnInstanceHolds_AreRefused(string held, string says)
    {
        string Sheet(string each) => Make.Edited(Sheets.Smallest, ("peakRps: 100", "peakRps: 100, peakConnections: 900000"), ("availability:", $"application: {{ connectionsPerInstance: {each} }}\navailability:"));

        var problem = Assert.Single(Faults(Sheet(held)));

        Assert.Equal("application.connectionsPerInstance", problem.Path);
        Assert.StartsWith(says, problem.Message, StringComparison.Ordinal);
        Assert.True(RequestReader.Read(Sheet("50000")).IsOk);
    }

    [Fact]
    public void Read_ConnectionsWithoutTheirUnit_AskForIt()
    {
        var problem = Assert.Single(Faults(Make.Edited(Sheets.Smallest, ("peakRps: 100", "peakConnections: 75000"))));

        Assert.Equal("application.connectionsPerInstance", problem.Path);
        Assert.Contains("is required where traffic.peakConnections is given", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", null, null)]
    [InlineData("stage: development", "stage: staging", "budget.officeHoursOnly", "set metadata.stage to development")]
    [InlineData("stage: development", "stage: production", "budget.officeHoursOnly", "never stopped")]
    [InlineData("pattern: business-hours, ", "pattern: steady, ", "budget.officeHoursOnly", "set traffic.pattern to business-hours")]
    [InlineData("pattern: business-hours, ", "", "budget.officeHoursOnly", "set traffic.pattern to business-hours")]
    [InlineData("budget:", "compliance: [gdpr]\nbudget:", "budget.officeHoursOnly", "take compliance out")]
    [InlineData("officeHoursOnly: true", "officeHoursOnly: true, purchase: savings-plan-1y", "budget.purchase", "set on-demand")]
    [InlineData("officeHoursOnly: true", "officeHoursOnly: true, purchase: reserved-1y", "budget.purchase", "every hour of a year")]
    [InlineData("to: \"18:00\"", "to: \"10:59\"", "traffic.businessHours.to", "2.98 hours, but budget.officeHoursOnly needs 3 to 22")]
    [InlineData("from: \"08:00\", to: \"18:00\"", "from: \"01:00\", to: \"23:01\"", "traffic.businessHours.to", "22.02 hours")]
    [InlineData("from: \"08:00\", to: \"18:00\"", "from: \"01:00\", to: \"23:00\"", null, null)]
    public void Read_OfficeHoursOnly_IsForDevelopmentThatKeepsHours(string find, string write, string? path, string? says)
    {
        var closed = Make.Edited(
            Sheets.Smallest,
            ("peakRps: 100", "peakRps: 100, pattern: business-hours, businessHours: { days: mon-fri, from: \"08:00\", to: \"18:00\", timeZone: Europe/Berlin }"),
            ("monthlyUsd: 300", "monthlyUsd: 300, officeHoursOnly: true"));

        var problems = RequestReader.Read(find.Length == 0 ? closed : Make.Edited(closed, (find, write))).Problems;

        Assert.Equal(path is null ? 0 : 1, problems.Count(problem => problem.Path == path || problem.Path.StartsWith("budget", StringComparison.Ordinal)));
        Assert.True(path is null || problems.Single(problem => problem.Path == path).Message.Contains(says!, StringComparison.Ordinal), string.Join('\n', problems));
        if (path is not null) Assert.DoesNotContain(RequestReader.Read(Make.Edited(closed, (find, write), ("officeHoursOnly: true", "officeHoursOnly: false"))).Problems, problem => problem.Path == path);
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

    /// <summary>7 KB of UTF-8, however many characters they are.</summary>
    [Theory]
    [InlineData('x', 7168, null)]
    [InlineData('x', 7169, "has 7,169 characters: at most 7,168")]
    [InlineData('\u00FC', 3584, null)]
    [InlineData('\u00FC', 3585, "has 7,170 bytes in UTF-8: at most 7,168")]
    public void Script_TakesSevenKilobytes(char letter, int count, string? fault)
    {
        var result = RequestReader.Read(Sheets.Smallest + $"\napplication: {{ software: {{ kind: script, script: {new string(letter, count)} }} }}");

        Assert.Equal(fault, result.Problems.Select(problem => problem.Message).SingleOrDefault());
        Assert.All(result.Problems, problem => Assert.Equal("application.software.script", problem.Path));
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
