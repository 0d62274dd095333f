using Microsoft.JSInterop;

namespace Portal.Web.Components.Requests;

/// <summary>The draft in the reader's own browser: it outlives a reload, a dropped connection and a restart of the portal.</summary>
internal sealed class KeptDraft(IJSRuntime js, string key)
{
    public async Task<string?> ReadAsync(CancellationToken cancellationToken) =>
        await js.InvokeAsync<string?>("portal.kept", cancellationToken, key);

    public async Task KeepAsync(string text, CancellationToken cancellationToken) =>
        await js.InvokeVoidAsync("portal.keep", cancellationToken, key, text);

    public async Task ForgetAsync(CancellationToken cancellationToken) =>
        await js.InvokeVoidAsync("portal.forget", cancellationToken, key);
}
