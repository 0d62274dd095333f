namespace Portal.Web.Identity;

/// <summary>Where to go after signing in: a path of this portal, whatever was asked for.</summary>
internal static class LocalUrl
{
    public static string OrHome(string? url) => url is { Length: > 0 } && IsLocal(url) ? url : "/";

    /// <summary>One slash, then neither slash nor backslash (browsers read both as "another host"), and no control character that they would drop.</summary>
    private static bool IsLocal(string url) =>
        url[0] == '/' && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl);
}
