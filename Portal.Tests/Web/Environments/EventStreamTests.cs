using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.Data.Environments;
using Portal.Data.Storage;
using Portal.Domain.Environments;

namespace Portal.Tests.Web.Environments;

public sealed class EventStreamTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Stream_BringsWhatIsThere_AndThenWhatHappens()
    {
        var (environment, _) = await portal.ApprovedAsync();
        await AddAsync(portal, environment, "e1");
        using var requester = await portal.AsAsync("requester");
        await using var stream = ReadAsync(requester, environment, lastEventId: null).GetAsyncEnumerator();

        var first = await NextAsync(stream);
        var second = await NextAsync(stream);
        await AddAsync(portal, environment, "e2");
        var third = await NextAsync(stream);

        Assert.Equal(("state", "deploying"), (first.EventType, JsonDocument.Parse(first.Data).RootElement.Text("status")));
        Assert.Equal(("resource", "e1"), (second.EventType, second.EventId));
        Assert.Equal(("resource", "e2"), (third.EventType, third.EventId));
        var data = JsonDocument.Parse(third.Data).RootElement;
        Assert.Equal(("e2", "network", "Vpc", "AWS::EC2::VPC", "CREATE_COMPLETE"), (data.Text("eventId"), data.Text("stack"), data.Text("logicalId"), data.Text("resourceType"), data.Text("status")));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Stream_WithLastEventId_GoesOnAfterIt(DatabaseProvider provider)
    {
        await using var host = await PortalHost.StartAsync(provider);
        var (environment, _) = await host.ApprovedAsync();
        await AddAsync(host, environment, "a1", "a2", "a3");
        using var requester = await host.AsAsync("requester");
        await using var stream = ReadAsync(requester, environment, "a2").GetAsyncEnumerator();

        var next = await NextAsync(stream);
        await AddAsync(host, environment, "a4");

        Assert.Equal(("a3", "a4"), (next.EventId, (await NextAsync(stream)).EventId));
    }

    [Fact]
    public async Task Stream_WithAnEventIdOfAnotherEnvironment_StartsAnew()
    {
        var (environment, _) = await portal.ApprovedAsync();
        var (other, _) = await portal.ApprovedAsync();
        await AddAsync(portal, other, "foreign");
        using var requester = await portal.AsAsync("requester");
        await using var stream = ReadAsync(requester, environment, "foreign").GetAsyncEnumerator();

        Assert.Equal("state", (await NextAsync(stream)).EventType);
    }

    [Fact]
    public async Task Stream_OfManyEvents_SkipsNone()
    {
        var (environment, _) = await portal.ApprovedAsync();
        var ids = Enumerable.Range(0, 1_200).Select(i => $"many-{i:0000}").ToArray();
        await AddAsync(portal, environment, ids);
        using var requester = await portal.AsAsync("requester");
        var seen = new List<string>();

        await foreach (var item in ReadAsync(requester, environment, lastEventId: null))
        {
            seen.Add(item.EventId!);
            if (item.EventId == ids[^1])
            {
                break;
            }
        }

        Assert.Equal(ids, seen.Skip(1));
    }

    [Fact]
    public async Task Events_AsJson_GoPageByPage()
    {
        var (environment, _) = await portal.ApprovedAsync();
        await AddAsync(portal, environment, "p1", "p2", "p3");
        using var requester = await portal.AsAsync("requester");

        var first = await (await requester.GetAsync($"/api/v1/environments/{environment}/events?take=2")).JsonAsync();
        var second = await (await requester.GetAsync($"/api/v1/environments/{environment}/events?take=2&cursor={first.Text("next")}")).JsonAsync();

        Assert.Equal(["p2", "p3"], second.GetProperty("items").EnumerateArray().Select(e => e.Text("eventId")));
        Assert.Null(second.GetProperty("next").GetString());
    }

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(HttpClient client, string environment, string? lastEventId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/environments/{environment}/events");
        ask.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastEventId is not null)
        {
            ask.Headers.Add("Last-Event-ID", lastEventId);
        }

        using var answer = await client.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(cancellationToken)).EnumerateAsync(cancellationToken))
        {
            yield return item;
        }
    }

    private static async Task<SseItem<string>> NextAsync(IAsyncEnumerator<SseItem<string>> stream)
    {
        Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(Patience), "The stream ended.");
        return stream.Current;
    }

    private static async Task AddAsync(PortalHost host, string environment, params string[] eventIds)
    {
        Assert.True(EnvironmentId.TryParse(environment, out var id));
        await using var db = host.Database.Open();
        foreach (var eventId in eventIds)
        {
            db.Add(new EventRow { EventId = eventId, EnvironmentId = id, Kind = EventKind.Resource, At = DateTimeOffset.UnixEpoch, Stack = "network", Region = "eu-central-1", LogicalId = "Vpc", ResourceType = "AWS::EC2::VPC", Status = "CREATE_COMPLETE" });
        }

        await db.SaveChangesAsync();
    }
}
