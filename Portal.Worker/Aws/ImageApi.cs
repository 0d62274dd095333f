using Portal.Worker.Aws.Generated.SystemsManager;

namespace Portal.Worker.Aws;

/// <summary>Machine images by the public parameters that name the newest one: resolved when a plan is signed, never at execution.</summary>
public sealed class ImageApi
{
    // AWS takes ten names a call.
    private const int MostNames = 10;

    private readonly SystemsManagerClient client;
    private readonly AwsCaller caller;

    internal ImageApi(SystemsManagerClient client, AwsCaller caller) => (this.client, this.caller) = (client, caller);

    /// <summary>The image id behind a parameter such as <c>/aws/service/ami-amazon-linux-latest/…</c>; null where there is none.</summary>
    public async Task<string?> ResolveAsync(string parameter, CancellationToken cancellationToken)
    {
        var answer = await caller.FindAsync("GetParameter", ct => client.GetParameterAsync(new() { Name = parameter }, ct), cancellationToken);
        return answer?.Parameter?.Value;
    }

    /// <summary>Image ids by parameter; parameters that do not exist are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ResolveAsync(IReadOnlyCollection<string> parameters, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>();
        foreach (var names in parameters.Distinct().Chunk(MostNames))
        {
            var answer = await caller.ReadAsync("GetParameters", ct => client.GetParametersAsync(new() { Names = [.. names] }, ct), cancellationToken);
            foreach (var parameter in answer.Parameters ?? [])
                found[parameter.Name ?? ""] = parameter.Value ?? "";
        }
        return found;
    }
}
