using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain.Costs;

/// <summary>
/// US dollars, held as whole nano-dollars so that sums are exact on every database. <c>default</c> is zero.
/// Rounding to nano-dollars is half to even and happens once, where a decimal comes in. Wide enough for the price of any sheet that the schema admits, so that one that nobody could pay is refused by its budget;
/// what is stored is within a budget and fits 64 bits.
/// </summary>
[JsonConverter(typeof(MoneyConverter))]
public readonly record struct Money(Int128 NanoUsd) : IComparable<Money>
{
    private const decimal NanosPerDollar = 1_000_000_000m;

    public static Money Zero => default;

    public decimal Usd => (decimal)NanoUsd / NanosPerDollar;

    /// <exception cref="OverflowException">Beyond ±79 billion billion dollars, which a decimal holds as nano-dollars.</exception>
    public static Money FromUsd(decimal usd) => new((Int128)Math.Round(usd * NanosPerDollar, MidpointRounding.ToEven));

    public static Money operator +(Money a, Money b) => new(checked(a.NanoUsd + b.NanoUsd));

    public static Money operator -(Money a, Money b) => new(checked(a.NanoUsd - b.NanoUsd));

    public static Money operator -(Money a) => new(checked(-a.NanoUsd));

    public static Money operator *(Money a, decimal factor) => FromUsd(a.Usd * factor);

    public static bool operator <(Money a, Money b) => a.NanoUsd < b.NanoUsd;

    public static bool operator >(Money a, Money b) => a.NanoUsd > b.NanoUsd;

    public static bool operator <=(Money a, Money b) => a.NanoUsd <= b.NanoUsd;

    public static bool operator >=(Money a, Money b) => a.NanoUsd >= b.NanoUsd;

    public int CompareTo(Money other) => NanoUsd.CompareTo(other.NanoUsd);

    /// <summary>For people: <c>$4,195.20</c>; cents only.</summary>
    public override string ToString() => (Usd < 0 ? "-" : "") + "$" + Math.Abs(Usd).ToString("#,##0.00", CultureInfo.InvariantCulture);
}

/// <summary>Money crosses JSON as a plain number of dollars.</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Money.FromUsd(reader.GetDecimal());

    /// <summary>Trailing zeros are cut, so that equal amounts are equal bytes.</summary>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Usd.ToString("0.#########", CultureInfo.InvariantCulture));
}
