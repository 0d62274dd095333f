namespace Portal.Domain.Accounts;

/// <summary>The platform's rule for where an environment lives when its sheet names no account: one account until more are onboarded.</summary>
public static class AccountRule
{
    /// <summary>The account that the portal's own keys belong to.</summary>
    public const string Home = "111122223333";

    /// <summary>Twelve digits.</summary>
    public static string AccountFor(string? asked) => asked ?? Home;
}
