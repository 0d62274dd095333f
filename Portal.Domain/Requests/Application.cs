using System.Text.Json.Serialization;

namespace Portal.Domain.Requests;

/// <summary>What runs, and how much of it one vCPU carries.</summary>
public sealed record Application
{
    /// <summary>Requests a second per vCPU, measured at <see cref="TargetCpuPercent"/>; null: taken from the workload class and marked assumed.</summary>
    public decimal? RpsPerVcpu { get; init; }

    public decimal TargetCpuPercent { get; init; } = 60;

    public WorkloadClass Workload { get; init; } = WorkloadClass.Standard;

    public decimal MemoryGbPerVcpu { get; init; } = 2;

    public decimal? ConnectionsPerInstance { get; init; }

    public bool Stateless { get; init; } = true;

    public IReadOnlyList<Architecture> Architectures { get; init; } = [Architecture.Arm64, Architecture.X86];

    public OperatingSystem OperatingSystem { get; init; } = OperatingSystem.Linux;

    public Software Software { get; init; } = new() { Kind = SoftwareKind.None };
}

/// <summary>Requests per vCPU when nobody measured (facts, capacity.json).</summary>
public enum WorkloadClass
{
    Light,
    Standard,
    Heavy,
}

public enum Architecture
{
    [JsonStringEnumMemberName("arm64")] Arm64,
    [JsonStringEnumMemberName("x86_64")] X86,
}

public enum OperatingSystem
{
    Linux,
    Windows,
}

/// <summary>What is installed on the instances.</summary>
public sealed record Software
{
    public required SoftwareKind Kind { get; init; }

    /// <summary>For <see cref="SoftwareKind.Container"/>: the image reference.</summary>
    public string? Image { get; init; }

    /// <summary>For <see cref="SoftwareKind.Script"/>: run at first boot, shown in full to approvers.</summary>
    public string? Script { get; init; }

    public int Port { get; init; } = 8080;

    public string HealthCheckPath { get; init; } = "/";
}

public enum SoftwareKind
{
    /// <summary>A sample page.</summary>
    None,
    Container,
    Script,
}
