using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Controls;
using Portal.Data.Storage;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Tests.Web.Api;

public sealed class WaiverTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private const string Control = "pci-dss/1";
    private const string Reason = "The supplier delivers the proof in March.";

    private readonly PortalHost portal = shared.Host;

    private DateOnly Today => DateOnly.FromDateTime(portal.Get<TimeProvider>().GetUtcNow().UtcDateTime);

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Waived_IsSubmittedAndApproved_WithTheSameDigest_AndStandsInTheApproval(DatabaseProvider provider)
    {
        await using var portal = await PortalHost.StartAsync(provider);
        var (id, digest) = await portal.FailingAsync();
        using var requester = await portal.AsAsync("requester");
        using var approver = await portal.AsAsync("approver");
        var exported = await requester.GetByteArrayAsync($"/api/v1/requests/{id}/export");
        Assert.Equal(HttpStatusCode.Conflict, (await SubmitAsync(requester, id)).StatusCode);

        var given = await GiveAsync(approver, id);

        Assert.Equal(HttpStatusCode.Created, given.StatusCode);
        var waiver = await given.JsonAsync();
        Assert.Equal((Control, Reason, $"{Day(30)}", "approver", "holds"), (waiver.Text("control"), waiver.Text("reason"), waiver.Text("until"), waiver.Text("by"), waiver.Text("status")));
        Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(requester, id)).StatusCode);
        Assert.Equal(exported, await requester.GetByteArrayAsync($"/api/v1/requests/{id}/export"));
        Assert.Equal(HttpStatusCode.OK, (await ApproveAsync(approver, id, digest)).StatusCode);
        var decision = Assert.Single(await ItemsAsync(requester, $"/api/v1/requests/{id}/decisions"));
        Assert.Equal(digest, decision.Text("digest"));
        Assert.Equal((Control, Reason, "approver"), Terms(Assert.Single(decision.GetProperty("waivers").EnumerateArray())));
    }

    [Fact]
    public async Task Plan_ShowsTheControlAsWaived_AndIsTheSignedOneAgainAfterwards()
    {
        var (id, _) = await portal.FailingAsync();
        using var approver = await portal.AsAsync("approver");
        var before = await approver.GetStringAsync($"/api/v1/requests/{id}/plan");

        await GiveAsync(approver, id);

        var plan = JsonDocument.Parse(await approver.GetStringAsync($"/api/v1/requests/{id}/plan")).RootElement;
        Assert.Equal(["waived", "satisfied", "organisational"], plan.GetProperty("controls").EnumerateArray().Select(control => control.Text("status")));
        Assert.Equal(JsonDocument.Parse(before).RootElement.Text("digest"), plan.Text("digest"));
        Assert.Equal(HttpStatusCode.NoContent, (await WithdrawAsync(approver, id)).StatusCode);
        Assert.Equal(before, await approver.GetStringAsync($"/api/v1/requests/{id}/plan"));
    }

    [Fact]
    public async Task Expired_CountsAsNone_AtSubmission()
    {
        var (id, _) = await portal.FailingAsync();
        using var requester = await portal.AsAsync("requester");
        using var approver = await portal.AsAsync("approver");
        await GiveAsync(approver, id);

        await ExpireAsync(id);
        var answer = await SubmitAsync(requester, id);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains($"The waiver of approver ended on {Day(-2)}", (await answer.JsonAsync()).Text("detail"), StringComparison.Ordinal);
        Assert.Equal("expired", Assert.Single(await ItemsAsync(requester, Path(id))).Text("status"));
        Assert.Equal(HttpStatusCode.Created, (await GiveAsync(approver, id)).StatusCode);
    }

    [Fact]
    public async Task Expired_CountsAsNone_AtApproval()
    {
        var (id, digest) = await WaivedAsync();
        using var approver = await portal.AsAsync("approver");

        await ExpireAsync(id);
        var answer = await ApproveAsync(approver, id, digest);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(Control, Assert.Single((await answer.JsonAsync()).GetProperty("errors").EnumerateArray()).Text("path"));
        Assert.Empty(await ItemsAsync(approver, $"/api/v1/requests/{id}/decisions"));
    }

    [Fact]
    public async Task Withdrawn_CountsAsNone_AndStaysInTheList()
    {
        var (id, digest) = await WaivedAsync();
        using var approver = await portal.AsAsync("approver");
        using var approver2 = await portal.AsAsync("approver2");

        Assert.Equal(HttpStatusCode.NoContent, (await WithdrawAsync(approver2, id)).StatusCode);

        Assert.Equal(HttpStatusCode.Conflict, (await ApproveAsync(approver, id, digest)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await WithdrawAsync(approver2, id)).StatusCode);
        var waiver = Assert.Single(await ItemsAsync(approver, Path(id)));
        Assert.Equal(("withdrawn", "approver2"), (waiver.Text("status"), waiver.Text("withdrawnBy")));
    }

    [Fact]
    public async Task Approve_NamingOtherWaiversThanHold_IsConflict()
    {
        var (id, digest) = await WaivedAsync();
        using var approver = await portal.AsAsync("approver");

        var answer = await ApproveAsync(approver, id, digest, new { control = Control, until = Day(29) });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("waivers", (await answer.JsonAsync()).GetProperty("errors")[0].Text("path"));
        Assert.Equal(HttpStatusCode.Conflict, (await ApproveAsync(approver, id, digest, [])).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await ApproveAsync(approver, id, digest, new { control = Control, until = Day(30) })).StatusCode);
    }

    [Fact]
    public async Task Revision_KeepsTheWaiver()
    {
        var name = PortalHost.NewName();
        var (id, digest) = await portal.FailingAsync(name);
        using var requester = await portal.AsAsync("requester");
        using var approver = await portal.AsAsync("approver");
        await GiveAsync(approver, id);
        using var revision = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/requests/{id}")
        {
            Content = PortalHost.Sheet(Make.Edited(Make.SheetYaml(name: name), ("budget:", "compliance: [pci-dss]\nbudget:"), ("peakRps: 200", "peakRps: 300"))),
        };
        revision.Headers.TryAddWithoutValidation("If-Match", digest);
        Assert.Equal(HttpStatusCode.OK, (await requester.SendAsync(revision)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(requester, id)).StatusCode);
    }

    [Theory]
    [InlineData("requester", "yourself")]
    [InlineData("auditor", "Only an approver")]
    [InlineData("operator", "Only an approver")]
    [InlineData("finance", "Only an approver")]
    public async Task Waive_WithoutTheRight_IsForbidden_WhateverWasSent(string person, string why)
    {
        var (id, _) = await portal.FailingAsync();
        using var other = await portal.AsAsync(person);
        using var approver = await portal.AsAsync("approver");
        await GiveAsync(approver, id);

        var answer = await other.PostAsync(Path(id), PortalHost.Sheet("not json", "application/json"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(why, (await answer.JsonAsync()).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await GiveAsync(other, id)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await WithdrawAsync(other, id)).StatusCode);
        Assert.Equal("holds", Assert.Single(await ItemsAsync(other, Path(id))).Text("status"));
    }

    [Fact]
    public async Task Waive_WhatIsAnothersTeam_OrNowhere_IsNotFound()
    {
        var (id, _) = await portal.FailingAsync();
        using var stranger = await portal.AsAsync("requester2");
        using var approver = await portal.AsAsync("approver");

        Assert.Equal(HttpStatusCode.NotFound, (await GiveAsync(stranger, id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Path(id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GiveAsync(approver, $"{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await WithdrawAsync(approver, id)).StatusCode);
    }

    [Theory]
    [InlineData("pci-dss/2", "satisfied")]
    [InlineData("pci-dss/3", "organisational")]
    public async Task Waive_WhatDidNotFail_IsConflict(string control, string why)
    {
        var (id, _) = await portal.FailingAsync();
        using var approver = await portal.AsAsync("approver");

        var answer = await GiveAsync(approver, id, control, reason: "");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(why, (await answer.JsonAsync()).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waive_ASecondTime_IsConflict()
    {
        var (id, _) = await portal.FailingAsync();
        using var approver = await portal.AsAsync("approver");
        using var approver2 = await portal.AsAsync("approver2");
        await GiveAsync(approver, id);

        Assert.Equal(HttpStatusCode.Conflict, (await GiveAsync(approver2, id)).StatusCode);
    }

    [Fact]
    public async Task Waive_OfARejectedRequest_IsConflict()
    {
        var (id, digest) = await WaivedAsync();
        using var approver = await portal.AsAsync("approver");
        await approver.PostAsJsonAsync($"/api/v1/requests/{id}/decisions", new { decision = "reject", digest });

        Assert.Equal(HttpStatusCode.Conflict, (await GiveAsync(approver, id)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await WithdrawAsync(approver, id)).StatusCode);
    }

    [Theory]
    [InlineData("pci-dss/9", Reason, 30, "control")]
    [InlineData(null, Reason, 30, "control")]
    [InlineData(Control, "too short", 30, "reason")]
    [InlineData(Control, "             a             ", 30, "reason")]
    [InlineData(Control, null, 30, "reason")]
    [InlineData(Control, Reason, -2, "until")]
    [InlineData(Control, Reason, 368, "until")]
    [InlineData(Control, Reason, null, "until")]
    public async Task Waive_WithAFault_NamesItsField(string? control, string? reason, int? days, string path)
    {
        var (id, _) = await portal.FailingAsync();
        using var approver = await portal.AsAsync("approver");

        var answer = await approver.PostAsJsonAsync(Path(id), new { control, reason, until = days is { } count ? Day(count) : null });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(path, Assert.Single((await answer.JsonAsync()).GetProperty("errors").EnumerateArray()).Text("path"));
        Assert.Empty(await ItemsAsync(approver, Path(id)));
    }

    [Theory]
    [InlineData("""{ "control": "pci-dss/1", "until": "tomorrow" }""", "until")]
    [InlineData("not json", "")]
    public async Task Waive_WithAMalformedBody_NamesTheField(string body, string path)
    {
        var (id, _) = await portal.FailingAsync();
        using var approver = await portal.AsAsync("approver");

        var answer = await approver.PostAsync(Path(id), PortalHost.Sheet(body, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(path, (await answer.JsonAsync()).GetProperty("errors")[0].Text("path"));
    }

    private static string Path(string id) => $"/api/v1/requests/{id}/waivers";

    private static (string Control, string Reason, string By) Terms(JsonElement waiver) => (waiver.Text("control"), waiver.Text("reason"), waiver.Text("by"));

    private static Task<HttpResponseMessage> SubmitAsync(HttpClient client, string id) => client.PostAsync($"/api/v1/requests/{id}/submit", null);

    private static Task<HttpResponseMessage> ApproveAsync(HttpClient client, string id, string digest, params object[]? waivers) =>
        client.PostAsJsonAsync($"/api/v1/requests/{id}/decisions", new { decision = "approve", digest, waivers });

    private static Task<HttpResponseMessage> ApproveAsync(HttpClient client, string id, string digest) => ApproveAsync(client, id, digest, waivers: null);

    private static Task<HttpResponseMessage> WithdrawAsync(HttpClient client, string id) => client.DeleteAsync($"{Path(id)}?control={Uri.EscapeDataString(Control)}");

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(HttpClient client, string path) =>
        [.. (await (await client.GetAsync(path)).JsonAsync()).GetProperty("items").EnumerateArray()];

    private string Day(int days) => Today.AddDays(days).ToString("yyyy-MM-dd");

    private Task<HttpResponseMessage> GiveAsync(HttpClient client, string id, string control = Control, string reason = Reason) =>
        client.PostAsJsonAsync(Path(id), new { control, reason, until = Day(30) });

    /// <summary>Submitted with the help of a waiver.</summary>
    private async Task<(string Id, string Digest)> WaivedAsync()
    {
        var request = await portal.FailingAsync();
        using var requester = await portal.AsAsync("requester");
        using var approver = await portal.AsAsync("approver");
        await GiveAsync(approver, request.Id);
        Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(requester, request.Id)).StatusCode);
        return request;
    }

    /// <summary>As if its last day were over.</summary>
    private async Task ExpireAsync(string id)
    {
        Assert.True(RequestId.TryParse(id, out var request));
        await using var db = portal.Database.Open();
        (await db.Set<WaiverRow>().SingleAsync(w => w.RequestId == request)).Until = Today.AddDays(-2);
        await db.SaveChangesAsync();
    }
}
