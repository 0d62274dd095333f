using Portal.Domain.Planning.Search.Tiers;

namespace Portal.Domain.Resilience;

/// <summary>What the floor leaves out by the contract, and why each may be left out.</summary>
public static class Excluded
{
    public static readonly ExcludedPart Nat = new("NAT gateway", "requests of users do not pass it; what the application calls outside does");
    public static readonly ExcludedPart Kms = new("KMS", "services keep the data keys in use; it is asked at start, not for each request");
    public static readonly ExcludedPart SecretsManager = new("Secrets Manager", "the password is read at start and kept; requests go on without it");
    public static readonly ExcludedPart Ebs = new("EBS", "root volumes are replaced with their instances, whose commitment counts");
    public static readonly ExcludedPart Monitoring = new("CloudWatch", "watches the path and is not on it");
    public static readonly ExcludedPart Firewall = new("AWS WAF", "fail-open: requests pass while it cannot be reached");
    public static readonly ExcludedPart Objects = new("S3", "objects are fetched and stored beside the requests; the answer to a request does not wait for them");
    public static readonly ExcludedPart Dns = new("Route 53", "its commitment is 100 %");
}
