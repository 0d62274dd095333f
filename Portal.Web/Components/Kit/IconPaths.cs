using System.Collections.Frozen;

namespace Portal.Web.Components.Kit;

/// <summary>The shapes behind <see cref="Icon"/>: strokes on a 24 px grid.</summary>
internal static class IconPaths
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["home"] = "M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z",
        ["add"] = "M12 5v14M5 12h14",
        ["requests"] = "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
        ["approvals"] = "M4 13l3-8h10l3 8v6H4zM4 13h5l1 2h4l1-2h5",
        ["environments"] = "M12 3 3 8l9 5 9-5zM3 12l9 5 9-5M3 16l9 5 9-5",
        ["sun"] = "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4",
        ["moon"] = "M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5z",
        ["sign-out"] = "M10 4H5v16h5M15 8l4 4-4 4M19 12H9",
        ["copy"] = "M9 9h11v11H9zM5 15H4V4h11v1",
        ["check"] = "M5 12.5l4.5 4.5L19 7",
        ["good"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12.2l2.8 2.8L16 9.5",
        ["bad"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9 9l6 6M15 9l-6 6",
        ["attention"] = "M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.3",
        ["progress"] = "M12 3a9 9 0 1 0 9 9",
        ["waiting"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7.5V12l3 2",
        ["neutral"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8.5 12h7",
        ["more"] = "M5 12h.01M12 12h.01M19 12h.01",
        ["next"] = "M9 5l7 7-7 7",
        ["down"] = "M5 9l7 7 7-7",
        ["download"] = "M12 4v11M7 11l5 5 5-5M5 20h14",
        ["undo"] = "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
        ["retry"] = "M20 11A8 8 0 0 0 6 6.5L4 8.5M4 4v4.5h4.5M4 13a8 8 0 0 0 14 4.5l2-2M20 20v-4.5h-4.5",
        ["stop"] = "M6 6h12v12H6z",
        ["destroy"] = "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
        ["lock"] = "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
        ["link"] = "M14 5h5v5M19 5l-8 8M17 14v5H5V7h5",
        ["code"] = "M8 7l-5 5 5 5M16 7l5 5-5 5",
        ["script"] = "M4 5h16v14H4zM8 10l3 2.5-3 2.5M13 15h3",
        ["edit"] = "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
        ["person"] = "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20a7.5 7.5 0 0 1 15 0",
        ["note"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 8v.2",
    }.ToFrozenDictionary();

    public static string Of(string name) => Paths[name];
}
