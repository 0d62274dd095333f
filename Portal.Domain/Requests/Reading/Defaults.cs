namespace Portal.Domain.Requests.Reading;

/// <summary>The defaults that depend on other fields; the plain ones stand in the records.</summary>
internal static class Defaults
{
    public static RequestSheet Fill(RequestSheet sheet) => sheet with { Traffic = Fill(sheet.Traffic), Dns = Fill(sheet.Dns) };

    private static Traffic Fill(Traffic traffic) => traffic with { MeanRps = traffic.MeanRps ?? MeanOf(traffic) };

    /// <summary>A quarter of the peak; null where only connections are known.</summary>
    public static decimal? MeanOf(Traffic traffic) => traffic.PeakRequests / 4;

    /// <summary>A domain without a word on zone or certificate asks for both to be made; an empty section asks for nothing.</summary>
    private static Dns? Fill(Dns? dns) => dns switch
    {
        null or { Domain: null, Certificate: null } => null,
        { Domain: null } => dns,
        _ => dns with { HostedZone = dns.HostedZone ?? Dns.Create, Certificate = dns.Certificate ?? Dns.Create },
    };
}
