using System.Security.Cryptography;
using Portal.Sandbox.Store;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Sts;

/// <summary>The one long-lived key pair, and the sessions assumed from it.</summary>
public sealed class CredentialStore(DurableStore store)
{
    private const string Owner = "sts";

    private static readonly Credential Root = new()
    {
        AccessKey = "AKIAIOSFODNN7EXAMPLE",
        Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        Account = "111122223333",
        Arn = "arn:aws:iam::111122223333:user/portal",
        UserId = "AIDAIOSFODNN7EXAMPLE",
    };

    private readonly Table<Credential> sessions = store.Table<Credential>("session");

    public Credential? Find(string accessKey) => accessKey == Root.AccessKey ? Root : sessions.Find(Owner, accessKey);

    public Credential Assume(string roleArn, string sessionName, DateTimeOffset expires, DateTimeOffset realNow)
    {
        foreach (var ended in sessions.In(Owner).Where(s => s.Expires < realNow.AddDays(-1)).ToList()) sessions.Remove(Owner, ended.AccessKey);
        var arn = RoleArn.Parse(roleArn);
        var session = new Credential
        {
            AccessKey = "ASIA" + Letters(16),
            Secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(30)),
            SessionToken = Convert.ToBase64String(RandomNumberGenerator.GetBytes(120)),
            Account = arn.Account,
            Arn = $"arn:aws:sts::{arn.Account}:assumed-role/{arn.Name}/{sessionName}",
            UserId = $"AROA{arn.Id}:{sessionName}",
            Expires = expires,
        };
        sessions.Put(Owner, session.AccessKey, session);
        return session;
    }

    public static Principal Principal(Credential credential) => new(credential.Account, credential.Arn, credential.UserId);

    private static string Letters(int length) => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);
}
