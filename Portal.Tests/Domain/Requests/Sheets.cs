namespace Portal.Tests.Domain.Requests;

/// <summary>Whole sheets as text.</summary>
internal static class Sheets
{
    /// <summary>Required fields only.</summary>
    public const string Smallest =
        """
        apiVersion: portal/v1
        kind: EnvironmentRequest
        metadata: { name: wiki, team: platform, stage: development, costCenter: CC-1 }
        traffic: { peakRps: 100 }
        availability: { slaPercent: 99.5 }
        placement: { primaryRegion: eu-west-1 }
        budget: { monthlyUsd: 300 }
        lifetime: { expiresOn: 2099-01-31 }
        """;

    /// <summary>The example of the public contract, comments and all.</summary>
    public const string Full =
        """
        apiVersion: portal/v1
        kind: EnvironmentRequest
        metadata:
          name: shop                 # required, [a-z][a-z0-9-]{1,30}[a-z0-9], unique per team
          team: storefront           # required, same alphabet
          stage: production          # required: development | staging | production
          costCenter: CC-1042        # required, printable ASCII, 1-40
          description: Web shop of the EU region
        traffic:
          exposure: public           # public | internal (no internet-facing endpoint at all)
          peakRps: 2000              # required unless concurrentUsers or peakConnections is given; requests that reach the application
          meanRps: 500
          annualGrowthPercent: 20    # scalability expectation; peak and mean carry one year of it (traffic only, not data)
          pattern: steady            # steady | business-hours | spiky | seasonal
          audience: { EU: 80, US: 20 }   # where the users are, percent; default: all near the primary region
          latencyMs: 80              # optional: median network round trip that each audience must get
          dynamicResponseKb: 8
          staticGbPerMonth: 3000     # bytes of static content to users
          edgePeakRps: 20000         # requests for static content, not counted in peakRps
          edgeMeanRps: 1200
          cacheablePercent: 95       # of static requests, answered by the CDN without the origin
          # instead of or beside peakRps: concurrentUsers: 40000, thinkTimeSeconds: 10, peakConnections: 75000
          # with business-hours: businessHours: { days: mon-fri, from: "07:00", to: "19:00", timeZone: Europe/Dublin }
        application:
          rpsPerVcpu: 45             # measured at targetCpuPercent; missing: by workload class, then marked assumed
          targetCpuPercent: 60
          workload: standard         # light | standard | heavy (requests per vCPU from facts/capacity.json, at 60 % CPU)
          memoryGbPerVcpu: 2
          connectionsPerInstance: 8000   # with peakConnections: the sizing unit
          stateless: true            # false: sticky sessions; needs data.cache or carries a warning; no Spot
          architectures: [arm64, x86_64]
          operatingSystem: linux     # linux | windows
          software: { kind: container, image: "public.ecr.aws/nginx/nginx:1.29", port: 8080, healthCheckPath: /healthz }
                                     # kind: container | script | none (a sample page); script: text run at first boot, shown in full to approvers
        availability:
          slaPercent: 99.95          # required; binds the dynamic request path
        recovery:                    # objectives per kind of loss; a kind left out is not asked for
          zone:       { rpo: 5m, rto: 30m }
          corruption: { rpo: 5m, rto: 30m }
          region:     { rpo: 24h, rto: 24h }
        placement:
          primaryRegion: eu-central-1   # required
          secondaryRegions: []          # empty: the portal chooses where one is needed
          residency: [EU]               # a region is allowed if its country or data-residency group is listed; empty: anywhere
          activeActive: false
          account: "111122223333"       # optional: target account; default by the platform's rule for team and stage
        compliance: [pci-dss]           # pci-dss | hipaa | soc2 | gdpr | iso-27001 | nist-800-53
        data:
          relational: { engine: postgresql, sizeGb: 200, readsPerSecond: 900, writesPerSecond: 120, connections: 300, readReplicas: auto, service: auto }
                                        # engine: postgresql | mysql | sqlserver-standard | oracle-se2; service: auto | rds | aurora
          keyValue:   { sizeGb: 20, readsPerSecond: 500, writesPerSecond: 100, itemKb: 1, consistency: eventual }   # rates at peak; eventual | strong reads
          cache:      { engine: valkey, sizeGb: 6, opsPerSecond: 20000 }   # valkey | redis | memcached
          objects:    { sizeGb: 500, publicStatic: true }
        network:
          cidrPool: 10.60.0.0/16        # where the VPC must lie; default the platform's pool 10.64.0.0/10
          reserved: [10.0.0.0/8]        # in use elsewhere; a VPC outside cidrPool may not touch it
        dns:
          domain: shop.example.com      # left out: the load balancer's own name, then certificate must be an ARN unless stage is development
          hostedZone: Z0123456789ABCDEFGHIJ   # create | a zone id
          certificate: create           # create (DNS-validated) | an ARN
        budget:
          monthlyUsd: 6000              # required
          purchase: on-demand           # on-demand | savings-plan-1y | reserved-1y
          allowSpot: false
        lifetime: {}                    # expiresOn: 2027-03-01; required for development, optional for staging, a fault for production
        """;
}
