using System.Net;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Planning.Sheets;

/// <summary>Plans of small sheets, on the first addresses of the platform's pool.</summary>
internal static class Designs
{
    public static readonly AwsFacts Facts = AwsFacts.Embedded;
    public static readonly IPNetwork Vpc = IPNetwork.Parse("10.64.0.0/20");

    public static PlanFolder Run(RequestSheet sheet) => PlanPipeline.Run(sheet, Vpc, Facts);

    public static Plan Of(RequestSheet sheet) => PlanPipeline.Design(sheet, Vpc, Facts);

    public static IEnumerable<AlternativePlan> Alternatives(RequestSheet sheet) => PlanPipeline.Alternatives(sheet, VpcAddresses.Of(sheet, Vpc), Facts);

    /// <summary>What would be built if that topic had gone that way.</summary>
    public static PlanFolder Alternative(RequestSheet sheet, string topic, string option) => Alternatives(sheet).Single(each => (each.Topic, each.Option) == (topic, option)).Folder;

    /// <summary>The plan of the default sheet with edits to its YAML.</summary>
    public static Plan Of(params (string Find, string Write)[] edits) => Of(Make.ProductionSheet(edits));

    public static Decision Decision(Plan plan, string topic) => Assert.Single(plan.Decisions, decision => decision.Topic == topic);

    public static Refusal OnlyRefusal(params (string Find, string Write)[] edits)
    {
        var plan = Of(edits);
        Assert.False(plan.Feasible);
        return Assert.Single(plan.Refusals);
    }
}
