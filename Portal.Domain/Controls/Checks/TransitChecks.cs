using System.Text.RegularExpressions;

namespace Portal.Domain.Controls.Checks;

/// <summary>TLS on every hop: from clients, between tiers, and to storage.</summary>
internal static partial class TransitChecks
{
    /// <summary>Clients meet TLS 1.2 or newer, and plain HTTP only redirects.</summary>
    public static CheckOutcome Clients(Inventory inventory)
    {
        var listeners = inventory.OfType("AWS::ElasticLoadBalancingV2::Listener").ToList();
        return new Verdict()
            .Judge(listeners, Listener)
            .Judge(LoadBalancers.All(inventory), balancer => listeners.Exists(listener => IsTls(listener) && listener["LoadBalancerArn"].Reaches(balancer)) ? null : "a load balancer does not speak HTTPS")
            .Judge(inventory.OfType("AWS::ElasticLoadBalancingV2::ListenerRule"), rule => Rule(rule, listeners))
            .Judge(inventory.OfType("AWS::CloudFront::Distribution"), Distribution)
            .OrMissing("there is no endpoint");
    }

    /// <summary>The load balancer to the servers, the servers to databases and caches, the CDN to its origins.</summary>
    public static CheckOutcome Inside(Inventory inventory) => new Verdict()
        .Judge(inventory.OfType("AWS::ElasticLoadBalancingV2::TargetGroup"), group => group["Protocol"].Text is "HTTPS" or "TLS" ? null : "the load balancer reaches the servers without TLS")
        .Judge(StoredData.Databases(inventory), database => ForcesTls(database) ? null : "a database takes connections without TLS")
        .Judge(StoredData.Caches(inventory), cache => CacheForcesTls(cache) ? null : "a cache takes connections without TLS")
        .Judge(inventory.OfType("AWS::RDS::DBProxy"), proxy => proxy["RequireTLS"].IsTrue ? null : "a database proxy takes connections without TLS")
        .Judge(inventory.OfType("AWS::CloudFront::Distribution"), distribution => distribution["DistributionConfig/Origins"].Items.All(OriginIsSafe) ? null : "the CDN reaches an origin without TLS 1.2")
        .OrMissing("there is no way from a load balancer to servers");

    /// <summary>Buckets and topics turn away who comes without TLS.</summary>
    public static CheckOutcome Storage(Inventory inventory) => new Verdict()
        .Judge(StoredData.Buckets(inventory), bucket => Refuses(inventory, "AWS::S3::BucketPolicy", "Bucket", bucket) ? null : "a bucket answers without TLS")
        .Judge(inventory.OfType("AWS::SNS::Topic"), topic => Refuses(inventory, "AWS::SNS::TopicPolicy", "Topics", topic) ? null : "a topic takes messages without TLS")
        .OrProvenBy(inventory.Fleets);

    private static bool Refuses(Inventory inventory, string policyType, string subject, ControlledResource resource) =>
        inventory.OfType(policyType).Any(policy => policy[subject].Reaches(resource) && Policies.RefusesPlainText(policy["PolicyDocument"]));

    private static bool IsTls(ControlledResource listener) => listener["Protocol"].Text is "HTTPS" or "TLS";

    private static string? Listener(ControlledResource listener)
    {
        if (!IsTls(listener))
        {
            return listener["DefaultActions"].Items is { Count: > 0 } actions && actions.All(Redirects) ? null : "a listener serves without TLS";
        }

        return listener["SslPolicy"].Text is not { } policy || !ModernPolicy().IsMatch(policy) ? "a listener speaks TLS older than 1.2"
            : listener["Certificates"].Items.Count == 0 ? "a listener has no certificate" : null;
    }

    private static string? Rule(ControlledResource rule, List<ControlledResource> listeners) =>
        listeners.Exists(listener => !IsTls(listener) && rule["ListenerArn"].Reaches(listener)) && !rule["Actions"].Items.All(Redirects) ? "a rule serves without TLS" : null;

    private static bool Redirects(ControlledValue action) => action["Type"].Is("redirect") && action["RedirectConfig"]["Protocol"].Is("HTTPS");

    private static string? Distribution(ControlledResource distribution)
    {
        var config = distribution["DistributionConfig"];
        ControlledValue[] behaviours = [config["DefaultCacheBehavior"], .. config["CacheBehaviors"].Items];
        return !behaviours.All(behaviour => behaviour["ViewerProtocolPolicy"].Text is "redirect-to-https" or "https-only") ? "the CDN serves without TLS"
            : config["ViewerCertificate"]["MinimumProtocolVersion"].Text is { } version && (version.StartsWith("TLSv1.2_", StringComparison.Ordinal) || version.StartsWith("TLSv1.3", StringComparison.Ordinal))
                ? null : "the CDN speaks TLS older than 1.2";
    }

    private static bool OriginIsSafe(ControlledValue origin) => origin["CustomOriginConfig"] is not { Exists: true } custom
        || (custom["OriginProtocolPolicy"].Is("https-only") && custom["OriginSSLProtocols"].Items is { Count: > 0 } versions && versions.All(version => version.Text is "TLSv1.2" or "TLSv1.3"));

    /// <summary>PostgreSQL and SQL Server by <c>rds.force_ssl</c>, MySQL by <c>require_secure_transport</c>, Oracle by an option that requires encryption.</summary>
    private static bool ForcesTls(ControlledResource database)
    {
        ControlledValue[] groups = [database["DBParameterGroupName"], database["DBClusterParameterGroupName"]];
        return groups.SelectMany(group => group.Targets).Any(group => group["Parameters"].Entries.Any(entry =>
                entry.Name is "rds.force_ssl" or "require_secure_transport" && (entry.Value.IsTrue || entry.Value.Text is "ON" or "on")))
            || database["OptionGroupName"].Targets.Any(group => group["OptionConfigurations"].Items.Any(option => option["OptionName"].Is("NATIVE_NETWORK_ENCRYPTION")
                && option["OptionSettings"].Items.Any(setting => setting["Name"].Is("SQLNET.ENCRYPTION_SERVER") && setting["Value"].Is("REQUIRED"))));
    }

    /// <summary>A serverless cache knows no connection without TLS.</summary>
    private static bool CacheForcesTls(ControlledResource cache) => cache.Type == "AWS::ElastiCache::ServerlessCache"
        || (cache["TransitEncryptionEnabled"].IsTrue && !cache["TransitEncryptionMode"].Is("preferred"));

    /// <remarks>https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html</remarks>
    [GeneratedRegex("^ELBSecurityPolicy-(TLS13-1-[23]-|TLS-1-2-|FS-1-2-)")]
    private static partial Regex ModernPolicy();
}
