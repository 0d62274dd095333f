namespace Portal.Sandbox;

public sealed record SandboxOptions
{
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>Divides durations.</summary>
    public double Speed { get; init; } = 60;

    /// <summary>Where state lives; null: in memory only.</summary>
    public string? DataFile { get; init; }

    /// <summary>The same calls get the same stack ids, and with them the same ids and names of what is in the stacks; null: new ones each time.</summary>
    public string? Seed { get; init; }

    /// <summary>Real UTC.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
