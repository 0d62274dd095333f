using System.Text.RegularExpressions;
using Portal.Domain.Controls;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Controls;

public sealed class ControlCatalogueTests
{
    public static TheoryData<ComplianceProgram, string, int> Programmes => new()
    {
        { ComplianceProgram.PciDss, @"^pci-dss/(1[0-2]|[1-9])(\.\d+){1,3}(\.[a-z]+)?$", 12 },
        { ComplianceProgram.Hipaa, @"^hipaa/164\.(308|310|312|314|316|404)(\([a-z]\))?(\(\d\))?(\([iv]+\))?(\([A-Z]\))?(\.[a-z]+)?$", 5 },
        { ComplianceProgram.Soc2, @"^soc2/(CC\d|A1|C1)\.\d(\.[a-z]+)?$", 11 },
        { ComplianceProgram.Gdpr, @"^gdpr/\d+(\.\d+)?(\.[a-z])?$", 12 },
        { ComplianceProgram.Iso27001, @"^iso-27001/[5-8]\.\d+$", 4 },
        { ComplianceProgram.Nist80053, @"^nist-800-53/[A-Z]{2}-\d+(\(\d+\))?$", 14 },
    };

    [Theory]
    [MemberData(nameof(Programmes))]
    public void Controls_BearTheRequirementsOfTheirProgramme(ComplianceProgram programme, string form, int chapters)
    {
        var controls = ControlCatalogue.Of(programme);

        Assert.All(controls, control => Assert.Matches(new Regex(form), control.Id));
        Assert.True(controls.Select(control => Regex.Match(control.Id, @"/([A-Z]+-?\d?|164\.\d+|\d+)").Groups[1].Value.TrimEnd('.')).Distinct().Count() >= chapters);
    }

    [Fact]
    public void Programmes_AreAllThere() => Assert.Equal(Enum.GetValues<ComplianceProgram>(), Programmes.Select(row => row.Data.Item1));

    [Fact]
    public void Ids_AreUnique()
    {
        var ids = All().Select(control => control.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Controls_NameExistingChecks_OrWhatPeopleMustDo() => Assert.All(All(), control =>
    {
        Assert.All(control.Checks, check => Assert.Contains(check, ControlChecks.Names));
        Assert.True(control.Checks.Count > 0 || control.People.Length > 10, control.Id);
        Assert.Equal(control.Checks.Distinct(), control.Checks);
    });

    [Fact]
    public void Texts_AreTitlesWithoutAndSentencesWithAStop() => Assert.All(All(), control =>
    {
        Assert.Matches("^[A-Z].*[^. ]$", control.Title);
        Assert.Matches(@"^$|^[A-Z].*[^. ]\.$", control.People);
    });

    [Fact]
    public void Checks_AreAllAskedForBySomeProgramme() => Assert.Empty(ControlChecks.Names.Except(All().SelectMany(control => control.Checks)));

    private static IEnumerable<Control> All() => Enum.GetValues<ComplianceProgram>().SelectMany(ControlCatalogue.Of);
}
