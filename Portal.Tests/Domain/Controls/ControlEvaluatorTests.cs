using System.Text.Json;
using Portal.Domain.Controls;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Controls;

public sealed class ControlEvaluatorTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private const string Residency = "gdpr/44";
    private static readonly ControlledEnvironment Anywhere = ControlledShop.Whole with { AllowedRegions = null };
    private static readonly ComplianceProgram[] Everything = Enum.GetValues<ComplianceProgram>();
    private static readonly ControlledEnvironment FailsOpen = ControlledShop.Whole.With(
        "balancer", "Resources/LoadBalancer/Properties/LoadBalancerAttributes", "[{Key: waf.fail_open.enabled, Value: 'true'}]");

    [Fact]
    public void Evaluate_AWholeEnvironment_SatisfiesWhatTemplatesCanProve()
    {
        var findings = ControlEvaluator.Evaluate(Everything, ControlledShop.Whole);

        Assert.All(findings, finding => Assert.Contains(finding.Status, new[] { FindingStatus.Satisfied, FindingStatus.Organisational }));
        Assert.All(findings.Where(finding => finding.Status == FindingStatus.Satisfied), finding => Assert.NotEmpty(finding.Evidence));
        Assert.All(findings.Where(finding => finding.Status == FindingStatus.Organisational), finding => Assert.False(string.IsNullOrEmpty(finding.Action)));
    }

    [Fact]
    public void Evaluate_PutsProgrammesInTheContractsOrder_AndRepeatsNone()
    {
        var mixed = ControlEvaluator.Evaluate([ComplianceProgram.Gdpr, ComplianceProgram.PciDss, ComplianceProgram.Gdpr], ControlledShop.Whole);

        Assert.Equal(
            ControlCatalogue.Of(ComplianceProgram.PciDss).Concat(ControlCatalogue.Of(ComplianceProgram.Gdpr)).Select(control => control.Id),
            mixed.Select(finding => finding.Id));
    }

    [Fact]
    public void Evaluate_StacksInAnotherOrder_GivesTheSameBytes()
    {
        var turned = FailsOpen with { Stacks = [.. FailsOpen.Stacks.Reverse()] };

        Assert.Equal(Json(ControlEvaluator.Evaluate(Everything, FailsOpen)), Json(ControlEvaluator.Evaluate(Everything, turned)));
    }

    [Fact]
    public void Evaluate_WithoutProgramme_FindsNothing() => Assert.Empty(ControlEvaluator.Evaluate([], ControlledShop.Whole));

    [Fact]
    public void Evaluate_WhatIsLacking_IsFailed_NotSatisfied()
    {
        var bare = ControlledShop.Whole.Without("AWS::WAFv2::", "AWS::Backup::");

        var findings = ControlEvaluator.Evaluate([ComplianceProgram.PciDss, ComplianceProgram.Hipaa], bare);

        Assert.Equal(FindingStatus.Failed, findings.Single(finding => finding.Id == "pci-dss/6.4.2").Status);
        Assert.Equal(FindingStatus.Failed, findings.Single(finding => finding.Id == "hipaa/164.308(a)(7)(ii)(A)").Status);
    }

    [Fact]
    public void Evaluate_StoredData_NamesWhatIsEncrypted()
    {
        var finding = ControlEvaluator.Evaluate([ComplianceProgram.PciDss], ControlledShop.Whole).Single(each => each.Id == "pci-dss/3.5");

        Assert.Contains(new Evidence(ControlledShop.Stack("relational"), "Database"), finding.Evidence);
        Assert.Contains(new Evidence(ControlledShop.Stack("compute"), "LaunchTemplate"), finding.Evidence);
        Assert.Equal(finding.Evidence.OrderBy(each => each.Stack, StringComparer.Ordinal).ThenBy(each => each.Resource, StringComparer.Ordinal), finding.Evidence);
    }

    [Fact]
    public void Evaluate_AControlOfSeveralChecks_NamesOnlyWhatBreaksIt()
    {
        var broken = ControlledShop.Whole.With("rest", "Resources/Cache/Properties/TransitEncryptionEnabled", "false");

        var finding = ControlEvaluator.Evaluate([ComplianceProgram.Nist80053], broken).Single(each => each.Id == "nist-800-53/SC-8");

        Assert.Equal(FindingStatus.Failed, finding.Status);
        Assert.Equal([new Evidence(ControlledShop.Stack("rest"), "Cache")], finding.Evidence);
        Assert.Equal("A cache takes connections without TLS.", finding.Action);
    }

    /// <summary>Data of the EU may not lie in us-east-1, where alone the firewall of a CDN could log: it proves nothing, and people read why.</summary>
    [Theory]
    [InlineData("eu-west-1", FindingStatus.Satisfied)]
    [InlineData("us-east-1", FindingStatus.Failed)]
    public void Evaluate_AFirewallThatMayNotLog_IsNoEvidence_AndSaysSo(string allowed, FindingStatus expected)
    {
        var edge = new ControlledStack("storefront-shop-us-east-1-edge", "us-east-1", TemplateReader.Read("Resources: {WebAcl: {Type: 'AWS::WAFv2::WebACL', Properties: {Scope: CLOUDFRONT}}}"), new Dictionary<string, TemplateValue>());
        var environment = ControlledShop.Whole with { Stacks = [.. ControlledShop.Whole.Stacks, edge], AllowedRegions = new HashSet<string> { "eu-central-1", allowed } };

        var finding = ControlEvaluator.Evaluate([ComplianceProgram.PciDss], environment).Single(each => each.Id == "pci-dss/10.2.1");

        Assert.Equal(expected, finding.Status);
        Assert.Equal(expected == FindingStatus.Failed, finding.Evidence.Contains(new Evidence(edge.Name, "WebAcl")));
        Assert.Equal(expected == FindingStatus.Satisfied, finding.Action!.Contains("us-east-1-edge/WebAcl keeps no log", StringComparison.Ordinal));
        Assert.Equal(expected == FindingStatus.Satisfied, finding.Action.StartsWith("The account's trail records administration", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ComplianceProgram.PciDss, "pci-dss/6.4.2.open")]
    [InlineData(ComplianceProgram.Hipaa, "hipaa/164.308(a)(1)(ii)(B)")]
    public void Evaluate_AFirewallThatFailsOpen_IsARiskForTheApprover(ComplianceProgram programme, string control)
    {
        var risk = Assert.Single(ControlEvaluator.Evaluate([programme], FailsOpen), finding => finding.Id == control);
        var closed = Assert.Single(ControlEvaluator.Evaluate([programme], ControlledShop.Whole), finding => finding.Id == control);

        Assert.Equal((FindingStatus.Organisational, FindingStatus.Satisfied), (risk.Status, closed.Status));
        Assert.EndsWith("requests pass unseen: the approver takes that risk by a tick.", risk.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void Waiver_LeavesWhatIsWrongInSight()
    {
        var failed = Assert.Single(ControlEvaluator.Evaluate([ComplianceProgram.Gdpr], Anywhere), finding => finding.Id == Residency);
        var waived = ControlStanding.On([failed], [new Waiver(Residency, "The shop must sell", Today, "approver", default)], Today).Single().Finding;

        Assert.Equal((FindingStatus.Failed, FindingStatus.Waived), (failed.Status, waived.Status));
        Assert.Equal(failed.Evidence, waived.Evidence);
        Assert.EndsWith("Waived until 2026-11-25 by approver: The shop must sell", waived.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void Waiver_CountsUntilItsLastDay()
    {
        var waiver = new Waiver(Residency, "The shop must sell", Today, "approver", default);

        FindingStatus On(DateOnly day) => ControlStanding.On(ControlEvaluator.Evaluate([ComplianceProgram.Gdpr], Anywhere), [waiver], day).Select(standing => standing.Finding).Single(finding => finding.Id == waiver.Control).Status;

        Assert.Equal(FindingStatus.Waived, On(Today));
        Assert.Equal(FindingStatus.Failed, On(Today.AddDays(1)));
    }

    [Fact]
    public void Waiver_OfWhatIsSatisfiedOrUpToPeople_ChangesNothing()
    {
        var findings = ControlEvaluator.Evaluate([ComplianceProgram.PciDss], ControlledShop.Whole);
        Waiver[] waivers = [new("pci-dss/3.5", "why not", Today, "approver", default), new("pci-dss/3.3.1", "why not", Today, "approver", default)];

        Assert.Equal(
            Json(findings),
            Json([.. ControlStanding.On(findings, waivers, Today).Select(standing => standing.Finding)]));
    }

    [Fact]
    public void Finding_HasTheContractsNames()
    {
        var json = JsonSerializer.Serialize(new Finding("pci-dss/3.5", "Stored data is encrypted", FindingStatus.Satisfied, [new Evidence("s", "r")]), PlanJson.Options);

        Assert.Equal("""{"id":"pci-dss/3.5","title":"Stored data is encrypted","status":"satisfied","evidence":[{"stack":"s","resource":"r"}]}""", JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement));
    }

    [Fact]
    public void Evaluate_TheStacksOfAPlan_ProvesWhatTheyDo()
    {
        var findings = ControlEvaluator.Evaluate([ComplianceProgram.PciDss], ControlledShop.Plan);

        Assert.All(["pci-dss/3.5", "pci-dss/4.2.1", "pci-dss/1.4.4", "pci-dss/7.2.5", "pci-dss/10.5.1"], id => Assert.Equal(FindingStatus.Satisfied, findings.Single(finding => finding.Id == id).Status));
    }

    private static string Json(IReadOnlyList<Finding> findings) => JsonSerializer.Serialize(findings, PlanJson.Options);
}
