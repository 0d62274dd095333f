namespace Portal.Domain.Planning.Search.Regions;

/// <summary>The ground that the tiers stand on.</summary>
/// <param name="Zones">Zones of fleet and NAT; the network itself spans at least two (contract, section 2, Fleet).</param>
public sealed record Topology(int Zones, NatLayout Nat)
{
    public int NetworkZones => Math.Max(2, Zones);

    public int NatGateways => Nat == NatLayout.PerZone ? Zones : 1;

    /// <summary>For people.</summary>
    public string Label => (Zones, Nat) switch
    {
        (1, _) => "one zone",
        (_, NatLayout.Shared) => $"{Zones} zones with one NAT gateway",
        _ => $"{Zones} zones with a NAT gateway each",
    };

    /// <summary>Share of traffic that meets its partner in another zone.</summary>
    public decimal CrossZoneShare => (Zones - 1m) / Zones;

    /// <summary>The same of data whose service chooses its zone among those of the network, which may be another than that of all servers.</summary>
    public decimal ChosenZoneShare => (NetworkZones - 1m) / NetworkZones;
}

/// <summary>Where the ways out to the internet stand.</summary>
public enum NatLayout
{
    /// <summary>One gateway for all zones, lost with its zone.</summary>
    Shared,
    PerZone,
}
