using Portal.Domain;
using Portal.Domain.Planning.Document;

namespace Portal.Web.Components.Requests;

/// <summary>Plans a sheet while it is being typed: waits for a pause, plans off the circuit, and drops what was overtaken.</summary>
public sealed class LivePlanning(Func<string, Result<Plan>> preview, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private CancellationTokenSource? current;

    /// <summary>The last design that could be planned.</summary>
    public Plan? Plan { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public bool IsPlanning { get; private set; }

    /// <summary>The newest text could not be planned: what is shown is the design of an earlier one.</summary>
    public bool IsStale { get; private set; }

    /// <summary>True when its result is the newest one; false when another sheet overtook it.</summary>
    public async Task<bool> RunAsync(SheetDraft draft)
    {
        current?.Cancel();
        using var mine = current = new CancellationTokenSource();
        IsPlanning = true;
        var (text, plannable) = (draft.Text, SheetStart.Plannable(draft));
        try
        {
            await Task.Delay(Pause, clock, mine.Token);
            var (plan, problems) = await Task.Run(() => Look(text, plannable), mine.Token);
            if (current != mine)
            {
                return false;
            }

            (Plan, Problems, IsPlanning, IsStale, current) = (plan ?? Plan, problems, false, plan is null, null);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => current?.Cancel();

    private (Plan? Plan, IReadOnlyList<Problem> Problems) Look(string text, string plannable)
    {
        var read = preview(text);
        return read.IsOk || plannable == text ? (read.Value, read.Problems) : (preview(plannable).Value, read.Problems);
    }
}
