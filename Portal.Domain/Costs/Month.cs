namespace Portal.Domain.Costs;

/// <summary>The month of every price: 730 hours (contract, head).</summary>
public static class Month
{
    public const decimal Hours = 730;
    public const decimal Seconds = Hours * 3600;
    public const decimal Days = Hours / 24;
}
