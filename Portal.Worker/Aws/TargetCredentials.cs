using Amazon.Runtime;
using Portal.Worker.Aws.Generated.SecurityToken;

namespace Portal.Worker.Aws;

/// <summary>The session in one target account: the deployer role, assumed with the account's external id, renewed at 80 % of its life.</summary>
public sealed class TargetCredentials(string account, AwsSettings settings, SecurityTokenClient sts, TimeProvider time) : AWSCredentials, IDisposable
{
    private const double RenewAt = 0.8;

    private readonly SemaphoreSlim one = new(1);
    private Session? current;

    public override Task<ImmutableCredentials> GetCredentialsAsync() => CurrentAsync(CancellationToken.None);

    /// <summary>The signer asks here, without waiting: whoever calls AWS has made the session current before.</summary>
    public override ImmutableCredentials GetCredentials() => current?.Credentials ?? throw new InvalidOperationException("no session was made current before the call");

    public void Dispose() => one.Dispose();

    internal async Task<ImmutableCredentials> CurrentAsync(CancellationToken cancellationToken)
    {
        if (current is { } fresh && time.GetUtcNow() < fresh.RenewAt)
            return fresh.Credentials;
        await one.WaitAsync(cancellationToken);
        try
        {
            if (current is null || time.GetUtcNow() >= current.RenewAt)
                current = await RenewAsync(current, cancellationToken);
            return current.Credentials;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>AWS no longer takes these; the next call assumes the role again, unless somebody else's did already.</summary>
    internal void Forget(ImmutableCredentials ended)
    {
        if (current is { } session && session.Credentials.Equals(ended))
            Interlocked.CompareExchange(ref current, session with { RenewAt = DateTimeOffset.MinValue, EndsAt = DateTimeOffset.MinValue }, session);
    }

    private async Task<Session> RenewAsync(Session? old, CancellationToken cancellationToken)
    {
        try
        {
            return await AssumeAsync(cancellationToken);
        }
        catch (Exception failure) when (AwsFailures.Knows(failure) && !cancellationToken.IsCancellationRequested)
        {
            var translated = AwsFailures.Translate("AssumeRole", failure);
            // The last fifth of a session's life is there for the minutes in which STS does not answer.
            if (translated.IsPassing && old is not null && time.GetUtcNow() < old.EndsAt)
                return old;
            throw translated.Fault == AwsFault.Ambiguous ? Unsent(translated) : translated;
        }
    }

    private async Task<Session> AssumeAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow();
        var answer = await sts.AssumeRoleAsync(
            new()
            {
                RoleArn = $"arn:aws:iam::{account}:role/{settings.RoleName}",
                RoleSessionName = settings.SessionName,
                ExternalId = settings.ExternalIdOf(account),
                DurationSeconds = settings.SessionSeconds,
            },
            cancellationToken);
        var given = answer.Credentials ?? throw new AmazonClientException($"AssumeRole in {account} gave no credentials");
        // By our clock, from when we asked: the machine's clock may differ from AWS's.
        var ends = asked.AddSeconds(settings.SessionSeconds);
        return new Session(new ImmutableCredentials(given.AccessKeyId, given.SecretAccessKey, given.SessionToken), asked.AddSeconds(settings.SessionSeconds * RenewAt), ends);
    }

    /// <summary>Nobody knows whether the role was assumed, but the call it was for was never made.</summary>
    private static AwsException Unsent(AwsException failure) =>
        new(AwsFault.Unreachable, failure.Operation, failure.Code, failure.Message, failure) { Status = failure.Status, RequestId = failure.RequestId };

    private sealed record Session(ImmutableCredentials Credentials, DateTimeOffset RenewAt, DateTimeOffset EndsAt);
}
