using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Web;

namespace Portal.Tests.Worker.Aws;

/// <summary>One request that reached the scripted server.</summary>
internal sealed record Asked(string Operation, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Parameters);

/// <summary>
/// An AWS on a free loopback port that answers as scripted, down to the connection. Roles are assumed without a script; an operation whose
/// script has ended repeats its last reply.
/// </summary>
internal sealed class ScriptedAws : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Reply>> script = new();
    private readonly ConcurrentQueue<Asked> asked = new();
    private readonly Task serving;
    private int sessions;

    public ScriptedAws()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Url => new($"http://{listener.LocalEndpoint}");

    public IReadOnlyList<Asked> Asked => [.. asked];

    public IEnumerable<Asked> Calls(string operation) => Asked.Where(call => call.Operation == operation);

    public ScriptedAws On(string operation, params Reply[] replies)
    {
        script[operation] = new(replies);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await serving;
        listener.Stop();
        ending.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(AnswerAsync(await listener.AcceptSocketAsync(ending.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using var closing = socket;
        try
        {
            await using var stream = new NetworkStream(socket);
            var call = await ReadAsync(stream, ending.Token);
            asked.Enqueue(call);
            var reply = Next(call.Operation);
            if (reply.Hangs)
                await Task.Delay(Timeout.Infinite, ending.Token);
            else if (reply.IsReset)
                socket.LingerState = new LingerOption(true, 0);
            else
                await stream.WriteAsync(reply.Bytes(TimeProvider.System.GetUtcNow()), ending.Token);
            if (reply.Stalls)
                await Task.Delay(Timeout.Infinite, ending.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException)
        {
            // The client went away, or the test is over.
        }
    }

    private Reply Next(string operation)
    {
        if (!script.TryGetValue(operation, out var replies))
            return operation == "AssumeRole" ? Reply.Session(Interlocked.Increment(ref sessions)) : Reply.Error(400, "InvalidAction", $"nothing is scripted for {operation}");
        return (replies.Count > 1 ? replies.TryDequeue(out var next) : replies.TryPeek(out next)) ? next! : throw new InvalidOperationException("an empty script");
    }

    private static async Task<Asked> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await reader.ReadLineAsync(cancellationToken);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
            headers[line.Split(':', 2)[0]] = line.Split(':', 2)[1].Trim();
        var body = new char[int.Parse(headers.GetValueOrDefault("Content-Length", "0"))];
        await reader.ReadBlockAsync(body, cancellationToken);
        var form = HttpUtility.ParseQueryString(new string(body));
        var parameters = form.AllKeys.OfType<string>().ToDictionary(key => key, key => form[key]!);
        return new Asked(headers.TryGetValue("X-Amz-Target", out var target) ? target.Split('.')[^1] : parameters.GetValueOrDefault("Action", ""), headers, parameters);
    }
}
