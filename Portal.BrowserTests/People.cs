namespace Portal.BrowserTests;

internal static class People
{
    /// <summary>One click on the sign-in page, then the home page, alive.</summary>
    public static async Task SignInAsync(this IPage page, string userName)
    {
        await page.GotoAsync("/signin");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Sign in as {userName}", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/");
    }
}
