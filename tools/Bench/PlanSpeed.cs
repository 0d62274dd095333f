using System.Diagnostics;
using System.Net;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Bench;

/// <summary>How long a plan takes in process, over varied sheets: without templates, as for each keystroke of the form, and with them, as when a request is saved.</summary>
internal static class PlanSpeed
{
    private const int Sheets = 100;
    private static readonly IPNetwork Vpc = IPNetwork.Parse("10.64.0.0/20");

    public static void Measure(BenchReport report)
    {
        var sheets = Enumerable.Range(0, Sheets).Select(GeneratedSheets.Mixed).ToList();
        report.Add("first plan of a process, without templates", "ms", Milliseconds(() => PlanPipeline.Design(sheets[0], Vpc, AwsFacts.Embedded)));
        foreach (var sheet in sheets)
        {
            PlanPipeline.Run(sheet, Vpc, AwsFacts.Embedded);
        }

        report.Add("plan without templates", "ms", Over(sheets, sheet => PlanPipeline.Design(sheet, Vpc, AwsFacts.Embedded)));
        report.Add("plan with templates", "ms", Over(sheets, sheet => PlanPipeline.Run(sheet, Vpc, AwsFacts.Embedded)));
    }

    public static double Milliseconds(Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static Samples Over(IEnumerable<RequestSheet> sheets, Action<RequestSheet> plan) => new(sheets.Select(sheet => Milliseconds(() => plan(sheet))).ToList());
}
