using System.Text.Json.Serialization;

namespace Portal.Domain.Requests;

/// <summary>Rules of others that the environment has to show evidence for.</summary>
public enum ComplianceProgram
{
    [JsonStringEnumMemberName("pci-dss")] PciDss,
    [JsonStringEnumMemberName("hipaa")] Hipaa,
    [JsonStringEnumMemberName("soc2")] Soc2,
    [JsonStringEnumMemberName("gdpr")] Gdpr,
    [JsonStringEnumMemberName("iso-27001")] Iso27001,
    [JsonStringEnumMemberName("nist-800-53")] Nist80053,
}
