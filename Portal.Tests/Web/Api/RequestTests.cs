using System.IO.Compression;
using System.Net;
using Portal.Domain.Requests;

namespace Portal.Tests.Web.Api;

public sealed class RequestTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task HandIn_ASheet_IsStoredWithItsPlan()
    {
        using var requester = await portal.AsAsync("requester");
        var name = PortalHost.NewName();

        var answer = await requester.PostAsync("/api/v1/requests", PortalHost.Sheet(Make.SheetYaml(Stage.Production, name)));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var request = await answer.JsonAsync();
        Assert.Equal($"/api/v1/requests/{request.Text("id")}", answer.Headers.Location!.ToString());
        Assert.StartsWith("sha256:", request.Text("planDigest"), StringComparison.Ordinal);
        Assert.True(request.GetProperty("feasible").GetBoolean());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, request.GetProperty("environmentId").ValueKind);
        var plan = await (await requester.GetAsync($"/api/v1/requests/{request.Text("id")}/plan")).JsonAsync();
        Assert.Equal((name, request.Text("planDigest")), (plan.Text("name"), plan.Text("digest")));
    }

    [Fact]
    public async Task HandIn_AJsonSheet_IsTheSame()
    {
        using var requester = await portal.AsAsync("requester");
        var sheet = $$"""
            {
              "apiVersion": "portal/v1", "kind": "EnvironmentRequest",
              "metadata": { "name": "{{PortalHost.NewName()}}", "team": "storefront", "stage": "development", "costCenter": "CC-1" },
              "traffic": { "peakRps": 10 }, "availability": { "slaPercent": 99 }, "placement": { "primaryRegion": "eu-central-1" },
              "budget": { "monthlyUsd": 500 }, "lifetime": { "expiresOn": "2099-01-31" }
            }
            """;

        var answer = await requester.PostAsync("/api/v1/requests", PortalHost.Sheet(sheet, "application/json"));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task HandIn_ABrokenSheet_NamesEveryFault()
    {
        using var requester = await portal.AsAsync("requester");
        var broken = Make.Edited(Make.SheetYaml(), ("peakRps: 200", "peakRps: -1"), ("slaPercent: 99.9", "slaPercent: 101"), ("costCenter: CC-1042", "costCentre: CC-1042"));

        var answer = await requester.PostAsync("/api/v1/requests", PortalHost.Sheet(broken));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var errors = (await answer.JsonAsync()).GetProperty("errors").EnumerateArray().ToList();
        Assert.Superset(
            new HashSet<string> { "traffic.peakRps", "availability.slaPercent", "metadata.costCentre", "metadata.costCenter" },
            errors.Select(e => e.Text("path")).ToHashSet());
        Assert.All(errors, e => Assert.NotEmpty(e.Text("message")));
    }

    [Fact]
    public async Task HandIn_ForADayThatHasPassed_IsAFault()
    {
        using var requester = await portal.AsAsync("requester");
        var sheet = Make.Edited(Make.SheetYaml(name: PortalHost.NewName()), ("2099-01-31", "2020-01-31"));

        var answer = await requester.PostAsync("/api/v1/requests", PortalHost.Sheet(sheet));

        Assert.Equal("lifetime.expiresOn", (await answer.JsonAsync()).GetProperty("errors")[0].Text("path"));
    }

    [Fact]
    public async Task HandIn_ANameThatTheTeamUses_IsConflict()
    {
        using var requester = await portal.AsAsync("requester");
        var name = PortalHost.NewName();
        await portal.RequestAsync(name);

        var answer = await requester.PostAsync("/api/v1/requests", PortalHost.Sheet(Make.SheetYaml(name: name)));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task HandIn_WhereNoAddressIsLeft_IsAFaultOfThePool()
    {
        using var requester = await portal.AsAsync("requester");
        string Sheet() => Make.SheetYaml(name: PortalHost.NewName()) + "\nnetwork: { cidrPool: 10.9.0.0/20 }";
        await requester.PostAsync("/api/v1/requests", PortalHost.Sheet(Sheet()));

        var answer = await requester.PostAsync("/api/v1/requests", PortalHost.Sheet(Sheet()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("network.cidrPool", (await answer.JsonAsync()).GetProperty("errors")[0].Text("path"));
    }

    [Theory]
    [InlineData("requester2")]
    [InlineData("approver")]
    [InlineData("auditor")]
    public async Task HandIn_ForATeamThatOneMayNotAskFor_IsForbidden(string userName)
    {
        using var client = await portal.AsAsync(userName);

        var answer = await client.PostAsync("/api/v1/requests", PortalHost.Sheet(Make.SheetYaml(name: PortalHost.NewName())));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Infeasible_IsStored_ButNotSubmitted()
    {
        using var requester = await portal.AsAsync("requester");
        var sheet = Make.Edited(Make.SheetYaml(name: PortalHost.NewName()), ("monthlyUsd: 2000", "monthlyUsd: 99"));

        var request = await (await requester.PostAsync("/api/v1/requests", PortalHost.Sheet(sheet))).JsonAsync();
        var submit = await requester.PostAsync($"/api/v1/requests/{request.Text("id")}/submit", null);

        Assert.False(request.GetProperty("feasible").GetBoolean());
        Assert.Equal(HttpStatusCode.Conflict, submit.StatusCode);
        Assert.Equal("draft", (await (await requester.GetAsync($"/api/v1/requests/{request.Text("id")}")).JsonAsync()).Text("state"));
    }

    [Fact]
    public async Task Submit_WhereAControlFails_IsRefused_WithEachOfThem()
    {
        using var requester = await portal.AsAsync("requester");
        var sheet = Make.Edited(Make.SheetYaml(name: PortalHost.NewName()), ("budget:", "compliance: [pci-dss, soc2]\nbudget:"));

        var request = await (await requester.PostAsync("/api/v1/requests", PortalHost.Sheet(sheet))).JsonAsync();
        var submit = await requester.PostAsync($"/api/v1/requests/{request.Text("id")}/submit", null);

        Assert.Equal(HttpStatusCode.Conflict, submit.StatusCode);
        Assert.Equal(["pci-dss/1", "soc2/1"], (await submit.JsonAsync()).GetProperty("errors").EnumerateArray().Select(error => error.Text("path")));
        Assert.Equal("draft", (await (await requester.GetAsync($"/api/v1/requests/{request.Text("id")}")).JsonAsync()).Text("state"));
    }

    [Fact]
    public async Task Revise_ReplacesTheRevision_AndNeedsItsDigest()
    {
        using var requester = await portal.AsAsync("requester");
        var name = PortalHost.NewName();
        var (id, digest) = await portal.SubmittedAsync(name);
        var sheet = Make.Edited(Make.SheetYaml(Stage.Production, name), ("peakRps: 200", "peakRps: 250"));

        Assert.Equal((HttpStatusCode)428, (await PutAsync(requester, id, sheet, null)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(requester, id, sheet, "sha256:0")).StatusCode);
        var revised = await (await PutAsync(requester, id, sheet, $"\"{digest}\"")).JsonAsync();

        Assert.Equal(("draft", 2), (revised.Text("state"), revised.GetProperty("revision").GetInt32()));
        Assert.NotEqual(digest, revised.Text("planDigest"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(requester, id, sheet, digest)).StatusCode);
    }

    [Theory]
    [InlineData("team: storefront", "team: platform", "metadata.team")]
    [InlineData("peakRps: 200", "peakRps: 0", "traffic.peakRps")]
    [InlineData("budget:", "network: { cidrPool: 10.1.0.0/16 }\nbudget:", "network.cidrPool")]
    public async Task Revise_WhatARevisionKeeps_IsAFault(string find, string write, string path)
    {
        using var requester = await portal.AsAsync("requester");
        var name = PortalHost.NewName();
        var (id, digest) = await portal.RequestAsync(name);

        var answer = await PutAsync(requester, id, Make.Edited(Make.SheetYaml(Stage.Production, name), (find, write)), digest);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(path, (await answer.JsonAsync()).GetProperty("errors").EnumerateArray().Select(e => e.Text("path")));
    }

    [Fact]
    public async Task Revise_WhatIsApproved_IsConflict()
    {
        using var requester = await portal.AsAsync("requester");
        var name = PortalHost.NewName();
        var (_, id) = await portal.ApprovedAsync(name);
        var digest = (await (await requester.GetAsync($"/api/v1/requests/{id}")).JsonAsync()).Text("planDigest");

        var answer = await PutAsync(requester, id, Make.Edited(Make.SheetYaml(Stage.Production, name), ("peakRps: 200", "peakRps: 250")), digest);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task List_GoesPageByPage_NewestFirst_EachOnce()
    {
        using var requester = await portal.AsAsync("requester");
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            made.Add((await portal.RequestAsync()).Id);
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await (await requester.GetAsync($"/api/v1/requests?state=draft&take=2{(cursor is null ? "" : $"&cursor={cursor}")}")).JsonAsync();
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 1, 2);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(r => r.Text("id")));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(made.AsEnumerable().Reverse(), seen.Where(made.Contains));
    }

    [Fact]
    public async Task List_ByAStateThatDoesNotExist_IsAFault()
    {
        using var requester = await portal.AsAsync("requester");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await requester.GetAsync("/api/v1/requests?state=Draft")).StatusCode);
    }

    [Fact]
    public async Task Template_AndExport_AreTheBytesThatAreSigned()
    {
        using var requester = await portal.AsAsync("requester");
        var name = PortalHost.NewName();
        var (id, _) = await portal.RequestAsync(name);

        var template = await requester.GetStringAsync($"/api/v1/requests/{id}/templates/storefront-{name}-eu-central-1-compute");
        var missing = await requester.GetAsync($"/api/v1/requests/{id}/templates/../plan.json");
        await using var zip = new ZipArchive(await requester.GetStreamAsync($"/api/v1/requests/{id}/export"));

        Assert.Equal("Description: 200 rps\n", template);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal(
            ["README.md", "deploy.sh", $"parameters/storefront-{name}-eu-central-1-compute.json", "plan.json", "stack-policy.json", $"stacks/storefront-{name}-eu-central-1-compute.yaml"],
            zip.Entries.Select(e => e.FullName));
        Assert.Equal(template, await TextAsync(zip, $"stacks/storefront-{name}-eu-central-1-compute.yaml"));
    }

    [Fact]
    public async Task Export_NamesTheDigestOfThePlan_AndIsTheSameTwice()
    {
        using var requester = await portal.AsAsync("requester");
        var (id, digest) = await portal.RequestAsync();

        var bytes = await requester.GetByteArrayAsync($"/api/v1/requests/{id}/export");
        var again = await requester.GetByteArrayAsync($"/api/v1/requests/{id}/export");
        await using var zip = new ZipArchive(new MemoryStream(bytes));

        Assert.Contains($"Digest: `{digest}`", await TextAsync(zip, "README.md"), StringComparison.Ordinal);
        Assert.Equal(bytes, again);
        Assert.Equal(0b111_101_101, (zip.GetEntry("deploy.sh")!.ExternalAttributes >> 16) & 0b111_111_111);
        Assert.Equal(0b110_100_100, (zip.GetEntry("README.md")!.ExternalAttributes >> 16) & 0b111_111_111);
    }

    [Fact]
    public async Task Export_OfAnotherTeam_IsNotFound()
    {
        var (id, _) = await portal.RequestAsync();
        using var stranger = await portal.AsAsync("requester2");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/v1/requests/{id}/export")).StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task HandIn_AsAnotherType_IsUnsupported(string type)
    {
        using var requester = await portal.AsAsync("requester");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await requester.PostAsync("/api/v1/requests", PortalHost.Sheet("a: b", type))).StatusCode);
    }

    [Fact]
    public async Task HandIn_BytesThatAreNotUtf8_IsAFault()
    {
        using var requester = await portal.AsAsync("requester");
        using var content = new ByteArrayContent([0xff, 0xfe, 0x41]);
        content.Headers.ContentType = new("application/yaml");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await requester.PostAsync("/api/v1/requests", content)).StatusCode);
    }

    private static async Task<string> TextAsync(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return await reader.ReadToEndAsync();
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string id, string sheet, string? ifMatch)
    {
        using var put = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/requests/{id}") { Content = PortalHost.Sheet(sheet) };
        if (ifMatch is not null)
        {
            put.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await client.SendAsync(put);
    }
}
