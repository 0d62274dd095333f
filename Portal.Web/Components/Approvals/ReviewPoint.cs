using Portal.Web.Components.Kit;

namespace Portal.Web.Components.Approvals;

/// <summary>One thing an approver has to know, under its heading.</summary>
public sealed record ReviewPoint(ReviewWeight Weight, string Text);

/// <summary>In the order of what cannot be taken back.</summary>
public enum ReviewWeight
{
    Irreversible,
    New,
    Security,
}

internal static class ReviewWeights
{
    public static string Word(this ReviewWeight weight) => weight switch
    {
        ReviewWeight.Irreversible => "Irreversible",
        ReviewWeight.New => "New",
        _ => "Security",
    };

    public static Tone Tone(this ReviewWeight weight) => weight switch
    {
        ReviewWeight.Irreversible => Kit.Tone.Bad,
        ReviewWeight.New => Kit.Tone.Progress,
        _ => Kit.Tone.Attention,
    };

    public static string Icon(this ReviewWeight weight) => weight switch
    {
        ReviewWeight.Irreversible => "attention",
        ReviewWeight.New => "add",
        _ => "lock",
    };
}
