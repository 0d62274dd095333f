using System.Globalization;
using Portal.Domain.Costs;

namespace Portal.Web.Components.Kit;

/// <summary>Amounts as people read them: whole dollars where they are many, cents where they matter.</summary>
public static class MoneyWords
{
    public static string Of(Money amount)
    {
        var usd = Math.Abs(amount.Usd);
        var digits = usd switch
        {
            >= 100 or 0 => "#,##0",
            >= 0.01m => "0.00",
            _ => "0.000000",
        };
        return (amount.Usd < 0 ? "-$" : "$") + usd.ToString(digits, CultureInfo.InvariantCulture);
    }

    /// <summary>To the cent: for tables whose lines must add up.</summary>
    public static string Exact(Money amount) => amount.ToString();
}
