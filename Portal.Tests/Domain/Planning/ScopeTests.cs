using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>Whatever the sheet asks and the portal cannot build is refused by the name of its field.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("connections: 100", "connections: 100, readReplicas: 4", "data.relational.readReplicas")]
    [InlineData("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  software: { kind: none, port: 443 }", "application.software.port")]
    public void Unbuilt_IsUnsupported(string find, string write, string path)
    {
        var refusal = Designs.OnlyRefusal((find, write));

        Assert.Equal((RefusalKind.Unsupported, path), (refusal.Kind, Assert.Single(refusal.Requirements)));
        Assert.Equal(path == "data.relational.readReplicas" ? 1 : 0, refusal.RelaxTo.Count);
    }

    [Theory]
    [InlineData("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  operatingSystem: windows\n  architectures: [x86_64]", "application.operatingSystem")]
    [InlineData("engine: postgresql", "engine: sqlserver-standard", "data.relational.engine")]
    [InlineData("engine: postgresql", "engine: oracle-se2", "data.relational.engine")]
    [InlineData("eu-central-1", "ap-southeast-6", "placement.primaryRegion")]
    public void Unpriced_HasNoPrice(string find, string write, string path)
    {
        var plan = Designs.Of((find, write));

        Assert.False(plan.Feasible);
        Assert.Contains(plan.Refusals, refusal => refusal.Kind == RefusalKind.NoPrice && refusal.Requirements.SequenceEqual([path]));
    }

    /// <summary>ap-southeast-6 has no prices.</summary>
    [Theory]
    [InlineData("secondaryRegions: [ap-southeast-6]\n  activeActive: true", "", true)]
    [InlineData("secondaryRegions: [ap-southeast-6, eu-west-1]\n  activeActive: true", "", true)]
    [InlineData("secondaryRegions: [ap-southeast-6]", "region: { rpo: 24h, rto: 24h }\n  ", true)]
    [InlineData("secondaryRegions: [ap-southeast-6, eu-west-1]", "region: { rpo: 24h, rto: 24h }\n  ", false)]
    [InlineData("secondaryRegions: [ap-southeast-6]", "", false)]
    public void UnpricedSecondRegion_IsRefusedWhereItIsNeeded_ElseAWarning(string placement, string losses, bool isRefused)
    {
        var plan = Designs.Of(("primaryRegion: eu-central-1", "primaryRegion: eu-central-1\n  " + placement), ("zone: { rpo", losses + "zone: { rpo"));

        Assert.Equal(!isRefused, plan.Feasible);
        Assert.Equal(isRefused, plan.Refusals.Any(refusal => refusal.Kind == RefusalKind.NoPrice && refusal.Requirements.SequenceEqual(["placement.secondaryRegions"])));
        Assert.Equal(!isRefused, plan.Warnings.Any(warning => warning.Requirement == "placement.secondaryRegions"));
    }

    [Fact]
    public void EveryUnsupportedField_IsNamed()
    {
        var plan = Designs.Of(("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  operatingSystem: windows\n  architectures: [x86_64]\n  software: { kind: none, port: 443 }"));

        Assert.Equal(["application.software.port", "application.operatingSystem"], plan.Refusals.SelectMany(refusal => refusal.Requirements));
    }

    [Theory]
    [InlineData("meanRps: 50", "meanRps: 50\n  audience: { EU: 50, US: 50 }")]
    [InlineData("monthlyUsd: 2000", "monthlyUsd: 2000\n  allowSpot: true")]
    [InlineData("rpsPerVcpu: 50", "rpsPerVcpu: 50\n  stateless: false")]
    public void WhatChangesNothing_OrCarriesAWarning_IsPlanned(string find, string write) => Assert.True(Designs.Of((find, write)).Feasible);
}
