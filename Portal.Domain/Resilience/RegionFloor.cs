namespace Portal.Domain.Resilience;

public static class RegionFloor
{
    public static decimal Of(decimal chainPercent, decimal otherChainPercent, decimal takeoverSeconds) => chainPercent;
}
