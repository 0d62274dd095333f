using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>The default sheet in development, from eight to six on weekdays in Berlin.</summary>
internal static class ClosingSheets
{
    public static readonly (string, string) Hours = ("meanRps: 50", "meanRps: 50\n  pattern: business-hours\n  businessHours: { days: mon-fri, from: \"08:00\", to: \"18:00\", timeZone: Europe/Berlin }");
    public static readonly (string, string) Closed = ("monthlyUsd: 2000", "monthlyUsd: 2000\n  officeHoursOnly: true");

    /// <summary>Nothing that can be stopped runs outside.</summary>
    public static RequestSheet Of(params (string, string)[] edits) => Make.Sheet(Stage.Development, [Hours, Closed, .. edits]);

    /// <summary>The same sheet, on all night.</summary>
    public static RequestSheet Open(params (string, string)[] edits) => Make.Sheet(Stage.Development, [Hours, .. edits]);
}
