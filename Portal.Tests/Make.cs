using Portal.Domain;
using Portal.Domain.Requests;

namespace Portal.Tests;

/// <summary>Builders with sensible defaults; a test states only what matters to it. Each noun has a part of its own.</summary>
public static partial class Make
{
    /// <summary>
    /// A small public web fleet with PostgreSQL in eu-central-1, as the YAML a team would write. In production it comes with a certificate
    /// that stands already; in development it ends on a far day.
    /// </summary>
    public static string SheetYaml(Stage stage = Stage.Development, string name = "shop", string team = "storefront") =>
        $$"""
        apiVersion: portal/v1
        kind: EnvironmentRequest
        metadata:
          name: {{name}}
          team: {{team}}
          stage: {{Wire.Name(stage)}}
          costCenter: CC-1042
        traffic:
          peakRps: 200
          meanRps: 50
        application:
          rpsPerVcpu: 50
        availability:
          slaPercent: 99.9
        recovery:
          zone: { rpo: 5m, rto: 30m }
          corruption: { rpo: 5m, rto: 1h }
        placement:
          primaryRegion: eu-central-1
        data:
          relational: { engine: postgresql, sizeGb: 50, readsPerSecond: 200, writesPerSecond: 40, connections: 100 }
        budget:
          monthlyUsd: 2000
        {{Ending(stage)}}
        """;

    /// <summary>The same, read; <paramref name="edits"/> are pairs of text to find in the YAML and what to write instead.</summary>
    public static RequestSheet Sheet(Stage stage = Stage.Development, params (string Find, string Write)[] edits) =>
        RequestReader.Read(Edited(SheetYaml(stage), edits)).Expect();

    public static RequestSheet ProductionSheet(params (string Find, string Write)[] edits) => Sheet(Stage.Production, edits);

    /// <summary>Throws where there is nothing to find, so that no test passes because its edit missed.</summary>
    public static string Edited(string text, params (string Find, string Write)[] edits) => edits.Aggregate(text, (current, edit) =>
        current.Contains(edit.Find, StringComparison.Ordinal)
            ? current.Replace(edit.Find, edit.Write, StringComparison.Ordinal)
            : throw new ArgumentException($"The sheet does not hold: {edit.Find}"));

    private static string Ending(Stage stage) => stage == Stage.Development
        ? "lifetime: { expiresOn: 2099-01-31 }"
        : """dns: { certificate: "arn:aws:acm:eu-central-1:111122223333:certificate/0f1e2d3c-4b5a-6978-8695-a4b3c2d1e0f0" }""";
}
