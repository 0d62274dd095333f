using System.Collections.Frozen;
using Portal.Domain.Controls.Checks;

namespace Portal.Domain.Controls;

/// <summary>Every check by the name that the catalogues call it.</summary>
public static class ControlChecks
{
    private static readonly FrozenDictionary<string, Func<Inventory, CheckOutcome>> All = new Dictionary<string, Func<Inventory, CheckOutcome>>
    {
        ["data-encrypted"] = EncryptionChecks.Data,
        ["logs-encrypted"] = EncryptionChecks.Logs,
        ["keys-rotate"] = EncryptionChecks.KeyRotation,
        ["secrets-managed"] = SecretChecks.Managed,
        ["tls-clients"] = TransitChecks.Clients,
        ["tls-inside"] = TransitChecks.Inside,
        ["tls-storage"] = TransitChecks.Storage,
        ["data-private"] = PrivacyChecks.Data,
        ["servers-private"] = PrivacyChecks.Servers,
        ["buckets-private"] = PrivacyChecks.Buckets,
        ["least-ingress"] = NetworkChecks.Ingress,
        ["least-egress"] = NetworkChecks.Egress,
        ["tiers-separate"] = NetworkChecks.Tiers,
        ["no-remote-login"] = NetworkChecks.RemoteLogins,
        ["instance-metadata"] = NetworkChecks.Metadata,
        ["flow-logs"] = NetworkChecks.FlowLogs,
        ["firewall"] = FirewallChecks.InFront,
        ["firewall-fails-closed"] = FirewallChecks.FailsClosed,
        ["flood-guard"] = FirewallChecks.Floods,
        ["clean-requests"] = FirewallChecks.CleanRequests,
        ["access-logs"] = LogChecks.Access,
        ["database-logs"] = LogChecks.Databases,
        ["logs-kept-a-year"] = LogChecks.KeptAYear,
        ["logs-expire"] = LogChecks.Expire,
        ["logs-guarded"] = LogChecks.Guarded,
        ["alarms"] = AlarmChecks.Watched,
        ["least-privilege"] = AccessChecks.Roles,
        ["policies-closed"] = AccessChecks.ResourcePolicies,
        ["backups"] = BackupChecks.Taken,
        ["backup-copies"] = BackupChecks.Copied,
        ["backups-locked"] = BackupChecks.Locked,
        ["restores-tested"] = BackupChecks.RestoreTested,
        ["redundant"] = ResilienceChecks.Redundant,
        ["scales"] = ResilienceChecks.Scales,
        ["minor-updates"] = ResilienceChecks.Updates,
        ["deletion-guarded"] = ProtectionChecks.Deletion,
        ["data-outlives-stack"] = ProtectionChecks.Retention,
        ["change-guarded"] = ProtectionChecks.Change,
        ["residency"] = ResidencyChecks.Regions,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all checks, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What the check finds in that environment; throws where there is no such check.</summary>
    public static CheckOutcome Look(string check, ControlledEnvironment environment) => Look(check, new Inventory(environment));

    internal static CheckOutcome Look(string check, Inventory inventory) => All[check](inventory);
}
