using Portal.Domain;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

/// <summary>One slip a row: what is written instead of what, where the fault must stand, and what it must say.</summary>
public sealed class SheetFaultTests
{
    public static TheoryData<string, string, string, string> Fields => new()
    {
        // What the document is.
        { "apiVersion: portal/v1", "apiVersion: portal/v2", "apiVersion", "must be portal/v1" },
        { "apiVersion: portal/v1\n", "", "apiVersion", "is required: write portal/v1" },
        { "kind: EnvironmentRequest", "kind: Pod", "kind", "must be EnvironmentRequest" },
        // Names.
        { "name: shop ", "name: Shop ", "metadata.name", "lower-case" },
        { "name: shop ", "name: s1 ", "metadata.name", "3 to 32" },
        { "name: shop ", "name: shop- ", "metadata.name", "no hyphen last" },
        { "name: shop ", "name: 1shop ", "metadata.name", "a letter first" },
        { "name: shop ", "name: \"shop\\n\" ", "metadata.name", "lower-case" },
        { "name: shop ", "name: a23456789012345678901234567890123 ", "metadata.name", "3 to 32" },
        { "name: shop ", "name: 42 ", "metadata.name", "put it in quotes, \"42\"" },
        { "team: storefront", "team: \"\\u0440ayments\"", "metadata.team", "ASCII" },
        { "stage: production", "stage: prod", "metadata.stage", "is `prod`, which is not one of development, staging, production; the nearest is production" },
        { "stage: production", "stage: Production", "metadata.stage", "the nearest is production" },
        { "costCenter: CC-1042", "costCenter: 1042", "metadata.costCenter", "put it in quotes, \"1042\"" },
        { "costCenter: CC-1042", "costCenter: \"\"", "metadata.costCenter", "1 to 40" },
        { "costCenter: CC-1042", "costCenter: \"Büro\"", "metadata.costCenter", "printable ASCII" },
        { "costCenter: CC-1042", "costCenter: C2345678901234567890123456789012345678901", "metadata.costCenter", "1 to 40" },
        { "  costCenter: CC-1042        # required, printable ASCII, 1-40\n", "", "metadata.costCenter", "is required" },
        // Traffic.
        { "exposure: public ", "exposure: private ", "traffic.exposure", "public, internal" },
        { "peakRps: 2000 ", "peakRps: 0 ", "traffic.peakRps", "at least 0.001 (requests a second)" },
        { "peakRps: 2000 ", "peakRps: -1 ", "traffic.peakRps", "at least" },
        { "peakRps: 2000 ", "peakRps: 2147483648 ", "traffic.peakRps", "at most 1,000,000,000" },
        { "peakRps: 2000 ", "peakRps: 1e309 ", "traffic.peakRps", "plain decimal number" },
        { "peakRps: 2000 ", "peakRps: .nan ", "traffic.peakRps", "plain decimal number" },
        { "peakRps: 2000 ", "peakRps: NaN ", "traffic.peakRps", "plain decimal number" },
        { "peakRps: 2000 ", "peakRps: .inf ", "traffic.peakRps", "plain decimal number" },
        { "peakRps: 2000 ", "peakRps: 0x7d0 ", "traffic.peakRps", "plain decimal number" },
        { "peakRps: 2000 ", "peakRps: 02000 ", "traffic.peakRps", "plain decimal number" },
        { "peakRps: 2000 ", "peakRps: \"2000\" ", "traffic.peakRps", "without quotes" },
        { "peakRps: 2000 ", "peakRps: 2_000 ", "traffic.peakRps", "must be a number (requests a second), not text" },
        { "peakRps: 2000 ", "peakRps: many ", "traffic.peakRps", "must be a number" },
        { "peakRps: 2000 ", "peakRps: [2000] ", "traffic.peakRps", "not a list" },
        { "peakRps: 2000 ", "peakRps: true ", "traffic.peakRps", "not true" },
        { "peakRps: 2000 ", "peakRps: ", "traffic.peakRps", "is empty" },
        { "meanRps: 500", "meanRps: 0", "traffic.meanRps", "above 0" },
        { "annualGrowthPercent: 20", "annualGrowthPercent: -5", "traffic.annualGrowthPercent", "at least 0 (percent)" },
        { "pattern: steady", "pattern: bursty", "traffic.pattern", "steady, business-hours, spiky, seasonal" },
        { "audience: { EU: 80, US: 20 }", "audience: { EU: 80, XX: 20 }", "traffic.audience.XX", "not a known country or group" },
        { "audience: { EU: 80, US: 20 }", "audience: { EU: 100, US: 0 }", "traffic.audience.US", "above 0" },
        { "audience: { EU: 80, US: 20 }", "audience: [EU, US]", "traffic.audience", "group of fields" },
        { "latencyMs: 80", "latencyMs: 0", "traffic.latencyMs", "above 0 (milliseconds)" },
        { "dynamicResponseKb: 8", "dynamicResponseKb: -8", "traffic.dynamicResponseKb", "at least 0" },
        { "staticGbPerMonth: 3000", "staticGbPerMonth: 1e12", "traffic.staticGbPerMonth", "at most" },
        { "cacheablePercent: 95", "cacheablePercent: 101", "traffic.cacheablePercent", "at most 100" },
        // Application.
        { "rpsPerVcpu: 45 ", "rpsPerVcpu: 0 ", "application.rpsPerVcpu", "at least 0.001" },
        { "targetCpuPercent: 60\n", "targetCpuPercent: 160\n", "application.targetCpuPercent", "at most 100" },
        { "workload: standard", "workload: medium", "application.workload", "light, standard, heavy" },
        { "memoryGbPerVcpu: 2", "memoryGbPerVcpu: 0", "application.memoryGbPerVcpu", "above 0" },
        { "stateless: true ", "stateless: yes ", "application.stateless", "true or false" },
        { "stateless: true ", "stateless: 1 ", "application.stateless", "true or false" },
        { "[arm64, x86_64]", "[]", "application.architectures", "at least 1" },
        { "[arm64, x86_64]", "[arm64, amd64]", "application.architectures[1]", "arm64, x86_64" },
        { "[arm64, x86_64]", "[arm64, arm64]", "application.architectures[1]", "twice" },
        { "[arm64, x86_64]", "arm64", "application.architectures", "must be a list, not text" },
        { "operatingSystem: linux", "operatingSystem: macos", "application.operatingSystem", "linux, windows" },
        { "kind: container", "kind: jar", "application.software.kind", "none, container, script" },
        { "kind: container, ", "", "application.software.kind", "is required: one of none, container, script" },
        { "nginx:1.29\"", "nginx:1.29; rm -rf /\"", "application.software.image", "image reference" },
        { "port: 8080", "port: 0", "application.software.port", "at least 1" },
        { "port: 8080", "port: 65536", "application.software.port", "at most 65,535" },
        { "port: 8080", "port: 80.5", "application.software.port", "whole number" },
        { "healthCheckPath: /healthz", "healthCheckPath: healthz", "application.software.healthCheckPath", "a path such as /healthz" },
        { "healthCheckPath: /healthz", "healthCheckPath: \"/$(id)\"", "application.software.healthCheckPath", "a path such as /healthz" },
        // Promises.
        { "slaPercent: 99.95", "slaPercent: 0", "availability.slaPercent", "above 0" },
        { "slaPercent: 99.95", "slaPercent: 100", "availability.slaPercent", "below 100" },
        { "  slaPercent: 99.95 ", "  # slaPercent: ", "availability", "is empty" },
        { "zone:       { rpo: 5m,", "zone:       { rpo: 5 minutes,", "recovery.zone.rpo", "0 or a duration such as 30s" },
        { "zone:       { rpo: 5m,", "zone:       { rpo: 5,", "recovery.zone.rpo", "0 or a duration such as 30s" },
        { "zone:       { rpo: 5m,", "zone:       { rpo: -5m,", "recovery.zone.rpo", "0 or a duration" },
        { "zone:       { rpo: 5m,", "zone:       {", "recovery.zone.rpo", "is required" },
        { "region:     { rpo: 24h, rto: 24h }", "region:     { rpo: 24h, rto: 99999d }", "recovery.region.rto", "at most 366d" },
        { "region:     { rpo: 24h, rto: 24h }", "region:     { rpo: 24h, rto: 99999999d }", "recovery.region.rto", "at most 366d" },
        // Placement.
        { "primaryRegion: eu-central-1 ", "primaryRegion: eu-center-1 ", "placement.primaryRegion", "not a known AWS region; the nearest is eu-central-1" },
        { "primaryRegion: eu-central-1 ", "primaryRegion: us-gov-west-1 ", "placement.primaryRegion", "not a known AWS region" },
        { "secondaryRegions: [] ", "secondaryRegions: [mars-1] ", "placement.secondaryRegions[0]", "not a known AWS region" },
        { "residency: [EU]", "residency: [Europe]", "placement.residency[0]", "not a known country or group" },
        { "activeActive: false", "activeActive: no", "placement.activeActive", "true or false" },
        { "account: \"111122223333\"", "account: 111122223333", "placement.account", "put it in quotes, \"111122223333\"" },
        { "account: \"111122223333\"", "account: \"11112222333\"", "placement.account", "twelve digits" },
        { "compliance: [pci-dss]", "compliance: [pci]", "compliance[0]", "the nearest is pci-dss" },
        { "compliance: [pci-dss]", "compliance: pci-dss", "compliance", "put it in brackets" },
        // Data.
        { "engine: postgresql", "engine: postgres", "data.relational.engine", "the nearest is postgresql" },
        { "engine: postgresql, sizeGb: 200,", "engine: postgresql,", "data.relational.sizeGb", "is required: data stored (gigabytes)" },
        { "connections: 300", "connections: 2147483648", "data.relational.connections", "at most 1,000,000" },
        { "readReplicas: auto", "readReplicas: 16", "data.relational.readReplicas", "auto or a whole number from 0 to 15" },
        { "readReplicas: auto", "readReplicas: 1.5", "data.relational.readReplicas", "auto or a whole number" },
        { "readReplicas: auto", "readReplicas: some", "data.relational.readReplicas", "auto or a whole number" },
        { "service: auto }", "service: serverless }", "data.relational.service", "auto, rds, aurora" },
        { "itemKb: 1", "itemKb: 500", "data.keyValue.itemKb", "at most 400 (kilobytes)" },
        { "consistency: eventual", "consistency: weak", "data.keyValue.consistency", "eventual, strong" },
        { "engine: valkey", "engine: dragonfly", "data.cache.engine", "valkey, redis, memcached" },
        { "objects:    { sizeGb: 500,", "objects:    {", "data.objects.sizeGb", "is required" },
        // Network.
        { "cidrPool: 10.60.0.0/16", "cidrPool: 10.0.0.0/33", "network.cidrPool", "a network such as" },
        { "cidrPool: 10.60.0.0/16", "cidrPool: 010.0.0.1/8", "network.cidrPool", "without leading zeros" },
        { "cidrPool: 10.60.0.0/16", "cidrPool: 10.60.0.1/16", "network.cidrPool", "by its first address: 10.60.0.0/16" },
        { "cidrPool: 10.60.0.0/16", "cidrPool: 0.0.0.0/0", "network.cidrPool", "not be the whole internet" },
        { "cidrPool: 10.60.0.0/16", "cidrPool: ::/0", "network.cidrPool", "IPv4" },
        { "cidrPool: 10.60.0.0/16", "cidrPool: 10.60.0.0", "network.cidrPool", "a network such as" },
        { "cidrPool: 10.60.0.0/16", "cidrPool: 167772160/8", "network.cidrPool", "a network such as" },
        { "reserved: [10.0.0.0/8] ", "reserved: [10.0.0.0/8, 0.0.0.0/0] ", "network.reserved[1]", "whole internet" },
        // Name, money, end.
        { "domain: shop.example.com ", "domain: Shop.example.com ", "dns.domain", "lower-case DNS name" },
        { "domain: shop.example.com ", "domain: localhost ", "dns.domain", "lower-case DNS name" },
        { "domain: shop.example.com ", "domain: 127.0.0.1 ", "dns.domain", "lower-case DNS name" },
        { "domain: shop.example.com ", "domain: \"*.example.com\" ", "dns.domain", "lower-case DNS name" },
        { "hostedZone: Z0123456789ABCDEFGHIJ", "hostedZone: shop.example.com", "dns.hostedZone", "create or a zone id" },
        { "certificate: create ", "certificate: arn:aws:s3:::bucket ", "dns.certificate", "create or an ARN such as" },
        { "monthlyUsd: 6000", "monthlyUsd: 0", "budget.monthlyUsd", "at least 0.001 (US dollars a month)" },
        { "monthlyUsd: 6000", "monthlyUsd: $6000", "budget.monthlyUsd", "must be a number" },
        { "monthlyUsd: 6000", "monthlyUsd: 1e-20", "budget.monthlyUsd", "at least" },
        { "purchase: on-demand", "purchase: reserved", "budget.purchase", "on-demand, savings-plan-1y, reserved-1y" },
        { "allowSpot: false", "allowSpot: \"false\"", "budget.allowSpot", "true or false" },
        // Fields that are none.
        { "meanRps: 500", "meanrps: 500", "traffic.meanrps", "the nearest is meanRps" },
        { "meanRps: 500", "averageRps: 500", "traffic.averageRps", "the nearest is" },
        { "meanRps: 500", "slaPercent: 99.9", "traffic.slaPercent", "it belongs at availability.slaPercent" },
        { "apiVersion: portal/v1", "apiVersion: portal/v1\nstatus: Approved", "status", "is not a known field: the nearest is" },
        { "apiVersion: portal/v1", "apiVersion: portal/v1\npeakRps: 5", "peakRps", "it belongs at traffic.peakRps" },
        { "zone:       { rpo: 5m,", "zone:       { rta: 5m, rpo: 5m,", "recovery.zone.rta", "the nearest is" },
        { "name: shop ", "\"<script>alert(1)</script>\": shop\n  name: shop ", "metadata.?", "is not a known field" },
    };

    public static TheoryData<string, string, string, string> BetweenFields => new()
    {
        { "  peakRps: 2000 ", "  # ", "traffic.peakRps", "is required where neither concurrentUsers nor peakConnections is given" },
        { "meanRps: 500", "meanRps: 500\n  concurrentUsers: 20000", "traffic.thinkTimeSeconds", "is required where concurrentUsers is given" },
        { "meanRps: 500", "meanRps: 500\n  thinkTimeSeconds: 5", "traffic.thinkTimeSeconds", "only with concurrentUsers" },
        { "meanRps: 500", "meanRps: 500\n  concurrentUsers: 40000\n  thinkTimeSeconds: 10", "traffic.peakRps", "3,636.36, more than 20 % off" },
        { "meanRps: 500", "meanRps: 2001", "traffic.meanRps", "above the peak of 2,000" },
        { "  peakRps: 2000 ", "  concurrentUsers: 1000\n  thinkTimeSeconds: 9 # ", "traffic.meanRps", "above the peak of 100" },
        { "edgeMeanRps: 1200", "edgeMeanRps: 20001", "traffic.edgeMeanRps", "above edgePeakRps of 20,000" },
        { "  edgePeakRps: 20000 ", "  # ", "traffic.edgeMeanRps", "above edgePeakRps of 0" },
        { "pattern: steady", "pattern: business-hours", "traffic.businessHours", "is required where pattern is business-hours" },
        { "pattern: steady", "businessHours: { days: mon-fri, from: \"07:00\", to: \"19:00\", timeZone: Europe/Dublin }", "traffic.businessHours", "belongs to pattern business-hours" },
        { "pattern: steady", Hours("mon-fri", "19:00", "07:00", "Europe/Dublin"), "traffic.businessHours.to", "later than from (19:00)" },
        { "pattern: steady", Hours("mo-fr", "07:00", "19:00", "Europe/Dublin"), "traffic.businessHours.days", "weekdays such as mon-fri" },
        { "pattern: steady", Hours("mon-fri", "7:00", "19:00", "Europe/Dublin"), "traffic.businessHours.from", "a time from 00:00 to 23:59" },
        { "pattern: steady", Hours("mon-fri", "07:00", "24:00", "Europe/Dublin"), "traffic.businessHours.to", "a time from 00:00 to 23:59" },
        { "pattern: steady", Hours("mon-fri", "07:00", "19:00", "../../UTC"), "traffic.businessHours.timeZone", "IANA time zone" },
        { "pattern: steady", Hours("mon-fri", "07:00", "19:00", "/etc/localtime"), "traffic.businessHours.timeZone", "IANA time zone" },
        { "pattern: steady", Hours("mon-fri", "07:00", "19:00", "Europe/Atlantis"), "traffic.businessHours.timeZone", "IANA time zone" },
        { "audience: { EU: 80, US: 20 }", "audience: { EU: 80, US: 30 }", "traffic.audience", "adds up to 110 percent" },
        { "image: \"public.ecr.aws/nginx/nginx:1.29\", ", "", "application.software.image", "is required where kind is container" },
        { "kind: container, image: \"public.ecr.aws/nginx/nginx:1.29\"", "kind: script", "application.software.script", "is required where kind is script" },
        { "kind: container", "kind: none", "application.software.image", "belongs to kind container" },
        { "kind: container", "script: echo, kind: container", "application.software.script", "belongs to kind script" },
        { "kind: container, image: \"public.ecr.aws/nginx/nginx:1.29\"", "kind: script, script: \" \"", "application.software.script", "is blank" },
        { "kind: container, image: \"public.ecr.aws/nginx/nginx:1.29\"", "kind: script, script: \"#cloud-config\\nusers: []\"", "application.software.script", "cloud-init" },
        { "kind: container, image: \"public.ecr.aws/nginx/nginx:1.29\"", "kind: script, script: \"Content-Type: multipart/mixed; boundary=x\"", "application.software.script", "cloud-init" },
        { "image: \"public.ecr.aws/nginx/nginx:1.29\"", "image: \"169.254.169.254/latest/meta-data:1\"", "application.software.image", "by a DNS name" },
        { "image: \"public.ecr.aws/nginx/nginx:1.29\"", "image: \"localhost:5000/nginx\"", "application.software.image", "by a DNS name" },
        { "[arm64, x86_64]\n  operatingSystem: linux ", "[arm64]\n  operatingSystem: windows ", "application.architectures", "Windows does not run: add x86_64" },
        { "primaryRegion: eu-central-1 ", "primaryRegion: eu-west-2 ", "placement.primaryRegion", "residency [EU] does not allow: choose one of eu-central-1" },
        { "secondaryRegions: [] ", "secondaryRegions: [eu-central-1] ", "placement.secondaryRegions[0]", "is the primary region" },
        { "secondaryRegions: [] ", "secondaryRegions: [eu-west-1, us-east-1] ", "placement.secondaryRegions[1]", "residency [EU] does not allow" },
        { "exposure: public ", "exposure: internal ", "data.objects.publicStatic", "traffic.exposure is internal" },
        { "cidrPool: 10.60.0.0/16", "cidrPool: 10.60.0.0/21", "network.cidrPool", "room for a /20" },
        { "cidrPool: 10.60.0.0/16", "cidrPool: 8.8.0.0/16", "network.cidrPool", "private space: 10.0.0.0/8" },
        { "cidrPool: 10.60.0.0/16", "cidrPool: 172.0.0.0/8", "network.cidrPool", "private space" },
        { "  domain: shop.example.com ", "  # ", "dns.hostedZone", "only with a domain" },
        { "  domain: shop.example.com ", "  # ", "dns.certificate", "for a domain only" },
        { "certificate: create ", $"certificate: {Arn("eu-west-1", "111122223333")} ", "dns.certificate", "lies in eu-west-1, but the load balancer stands in eu-central-1" },
        { "certificate: create ", $"certificate: {Arn("eu-central-1", "999988887777")} ", "dns.certificate", "belongs to account 999988887777" },
        { "lifetime: {}", "lifetime: { expiresOn: 2027-03-01 }", "lifetime.expiresOn", "may not be given for production" },
        { "stage: production", "stage: development", "lifetime.expiresOn", "is required where stage is development" },
    };

    public static TheoryData<string, string> Dates => new()
    {
        { "2026-02-30", "a date of the calendar" },
        { "9999-12-31", "before 2100" },
        { "01.03.2027", "such as 2027-03-01" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Read_OneSlipInAField_IsToldOnceAtItsPath(string find, string write, string path, string says)
    {
        var problem = Assert.Single(Faults(Make.Edited(Sheets.Full, (find, write))));

        Assert.Equal(path, problem.Path);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BetweenFields))]
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
        Assert.True(RequestReader.Read(sheet + $"\ndns: {{ certificate: \"{Arn("eu-west-1", "111122223333")}\" }}").IsOk);
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

    private static string Hours(string days, string from, string to, string timeZone) =>
        $"pattern: business-hours\n  businessHours: {{ days: {days}, from: \"{from}\", to: \"{to}\", timeZone: {timeZone} }}";

    private static string Arn(string region, string account) => $"arn:aws:acm:{region}:{account}:certificate/0f1e2d3c-4b5a-6978-8695-a4b3c2d1e0f0";
}
