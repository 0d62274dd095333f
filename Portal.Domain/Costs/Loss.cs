namespace Portal.Domain.Costs;

/// <summary>The kind of loss that a premium is paid against.</summary>
public enum Loss
{
    /// <summary>Of a zone, or of what stands in it: standbys and spare instances.</summary>
    Zone,

    /// <summary>Of data, by a fault of people or software: backups and older versions.</summary>
    Data,

    /// <summary>Of a region: what leads or is copied to another one.</summary>
    Region,
}
