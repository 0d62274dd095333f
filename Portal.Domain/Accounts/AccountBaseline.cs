namespace Portal.Domain.Accounts;

/// <summary>What an account has once its onboarding is done (templates/baseline.yaml), as far as plans name it.</summary>
public static class AccountBaseline
{
    /// <summary>
    /// The policy that every role of an environment carries: the deployer makes no role without it (templates/deployer-role.yaml).
    /// Its path is not the one of the environments' own policies, which the deployer may rewrite.
    /// </summary>
    public static string BoundaryArn(string account) => $"arn:aws:iam::{account}:policy/baseline/portal-boundary";
}
