using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Web.Requests;

namespace Portal.Tests.Web.Requests;

/// <summary>With the planner that the portal ships.</summary>
public sealed class RealPlanTests
{
    [Fact]
    public async Task HandIn_PlansForTheReservedAddress_AndServesTheBytesOfTheDigest()
    {
        await using var portal = await PortalHost.StartAsync(settings: (PortalHost.RealPlanner, "true"));
        using var requester = await portal.AsAsync("requester");
        await portal.RequestAsync("first");
        var (id, digest) = await portal.RequestAsync("second");

        var plan = PlanJson.Read(await requester.GetStringAsync($"/api/v1/requests/{id}/plan"));
        Assert.Equal((new Digest(digest), "10.64.16.0/20"), (plan.Digest, plan.Regions[0].VpcCidr));
        Assert.NotEmpty(plan.Stacks);
        foreach (var stack in plan.Stacks)
        {
            var template = await requester.GetAsync($"/api/v1/requests/{id}/templates/{stack.Name}");
            Assert.Equal(HttpStatusCode.OK, template.StatusCode);
            Assert.Contains("Resources:", await template.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Roles_CarryTheBoundary_WhereTheAccountsHaveTheBaseline(string setting, bool carried)
    {
        await using var portal = await PortalHost.StartAsync(settings: [(PortalHost.RealPlanner, "true"), ("Accounts:Baseline", setting)]);
        using var requester = await portal.AsAsync("requester");

        var (id, _) = await portal.RequestAsync("shop");

        var plan = PlanJson.Read(await requester.GetStringAsync($"/api/v1/requests/{id}/plan"));
        Assert.Equal(carried, plan.Stacks.Single(stack => stack.Module == "compute").Parameters.ContainsKey("BoundaryArn"));
    }

    [Fact]
    public async Task Export_HoldsWhatTheDigestIsMadeOf()
    {
        await using var portal = await PortalHost.StartAsync(settings: (PortalHost.RealPlanner, "true"));
        using var requester = await portal.AsAsync("requester");
        var (id, digest) = await portal.RequestAsync("shop");

        await using var zip = new ZipArchive(await requester.GetStreamAsync($"/api/v1/requests/{id}/export"));
        var parts = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            parts[entry.FullName] = await reader.ReadToEndAsync();
        }

        var lines = parts["digest.tsv"];
        Assert.Equal(digest, "sha256:" + Digest.Hex(lines));
        Assert.All(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')), line => Assert.Equal(Digest.Hex(parts[line[0]]), line[1]));
    }

    [Fact]
    public async Task Preview_SaysWhatHandingInWouldCost_AndStoresNothing()
    {
        await using var portal = await PortalHost.StartAsync(settings: (PortalHost.RealPlanner, "true"));
        using var requester = await portal.AsAsync("requester");
        var sheet = Make.SheetYaml(Stage.Production, "shop");

        var preview = portal.Get<RequestService>().Preview(LocalPeople.Find("requester")!, sheet);

        Assert.True(preview.IsOk);
        Assert.Empty((await requester.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/v1/requests")).GetProperty("items").EnumerateArray());
        var request = await (await requester.PostAsync("/api/v1/requests", PortalHost.Sheet(sheet))).JsonAsync();
        Assert.Equal(request.GetProperty("monthlyUsd").GetDecimal(), preview.Value.Cost!.MonthlyUsd.Usd);
    }
}
