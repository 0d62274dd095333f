using Portal.Domain.Requests;

namespace Portal.Web.Components.Requests;

/// <summary>What a sheet asks for each kind of loss, in its own words: <c>RPO 5m, RTO 30m</c>; null where it asks nothing.</summary>
public sealed record AskedRecovery(string? Zone, string? Corruption, string? Region)
{
    public static AskedRecovery Of(SheetDraft draft)
    {
        return new AskedRecovery(At("zone"), At("corruption"), At("region"));

        string? At(string loss) => draft.Has($"recovery.{loss}") ? $"{draft.Get($"recovery.{loss}.rpo")} / {draft.Get($"recovery.{loss}.rto")}" : null;
    }
}
