namespace Portal.Web.Components.Kit;

/// <summary>The meanings a colour may carry; an icon and a word always stand beside it.</summary>
public enum Tone
{
    Neutral,
    Good,
    Attention,
    Bad,
    Progress,
}

internal static class ToneNames
{
    /// <summary>The CSS class of the tone.</summary>
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Attention => "attention",
        Tone.Bad => "bad",
        Tone.Progress => "progress",
        _ => "neutral",
    };
}
