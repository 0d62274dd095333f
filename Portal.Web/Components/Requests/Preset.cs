namespace Portal.Web.Components.Requests;

/// <summary>A sheet to start from. Everything but name, team and cost center is taken over.</summary>
public sealed record Preset(string Key, string Title, string Words, string Sheet)
{
    public static IReadOnlyList<Preset> All { get; } = [Try(), Shop(), Api(), Campaign()];

    private static Preset Try() => new("try", "Try something out", "Development, one small database, gone by itself.", """
        apiVersion: portal/v1
        kind: EnvironmentRequest
        metadata:
          stage: development
        traffic:
          peakRps: 30
        availability:
          slaPercent: 99
        placement:
          primaryRegion: eu-central-1
        data:
          relational:
            engine: postgresql
            sizeGb: 20
            readsPerSecond: 20
            writesPerSecond: 5
            connections: 20
        budget:
          monthlyUsd: 400
        """);

    private static Preset Shop() => new("shop", "Web shop", "Production, 2,000 requests a second, PostgreSQL, 99.9.", """
        apiVersion: portal/v1
        kind: EnvironmentRequest
        metadata:
          stage: production
        traffic:
          peakRps: 2000
          meanRps: 500
          annualGrowthPercent: 20
        application:
          rpsPerVcpu: 45
        availability:
          slaPercent: 99.9
        recovery:
          zone:
            rpo: 5m
            rto: 30m
          corruption:
            rpo: 5m
            rto: 4h
        placement:
          primaryRegion: eu-central-1
          residency: [EU]
        data:
          relational:
            engine: postgresql
            sizeGb: 200
            readsPerSecond: 900
            writesPerSecond: 120
            connections: 300
        dns:
          certificate: arn:aws:acm:eu-central-1:111122223333:certificate/6f1f1c2e-0000-4000-8000-000000000000
        budget:
          monthlyUsd: 6000
        """);

    private static Preset Api() => new("api", "Internal service", "Staging, reached from inside only, MySQL.", """
        apiVersion: portal/v1
        kind: EnvironmentRequest
        metadata:
          stage: staging
        traffic:
          exposure: internal
          peakRps: 200
          meanRps: 60
        availability:
          slaPercent: 99.5
        recovery:
          zone:
            rpo: 5m
            rto: 1h
          corruption:
            rpo: 15m
            rto: 8h
        placement:
          primaryRegion: eu-west-1
          residency: [EU]
        data:
          relational:
            engine: mysql
            sizeGb: 50
            readsPerSecond: 120
            writesPerSecond: 30
            connections: 60
        dns:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/6f1f1c2e-0000-4000-8000-000000000000
        budget:
          monthlyUsd: 1500
        """);

    private static Preset Campaign() => new("campaign", "Campaign site", "Production, stateless, quiet but for a few hours.", """
        apiVersion: portal/v1
        kind: EnvironmentRequest
        metadata:
          stage: production
        traffic:
          peakRps: 3000
          meanRps: 150
          pattern: spiky
        application:
          workload: light
        availability:
          slaPercent: 99.95
        recovery:
          zone:
            rpo: "0"
            rto: 10m
        placement:
          primaryRegion: us-east-1
        dns:
          certificate: arn:aws:acm:us-east-1:111122223333:certificate/6f1f1c2e-0000-4000-8000-000000000000
        budget:
          monthlyUsd: 2500
        """);
}
