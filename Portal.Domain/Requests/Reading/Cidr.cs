using System.Buffers.Binary;
using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Domain.Requests.Reading;

/// <summary>IPv4 networks as a sheet writes them: four decimal numbers without leading zeros, and no bit set behind the prefix.</summary>
internal static partial class Cidr
{
    public static string? Fault(string text)
    {
        if (text.Contains(':')) return "must be an IPv4 network such as 10.60.0.0/16; IPv6 is not offered";
        if (!Shape().IsMatch(text)) return $"must be a network such as 10.60.0.0/16, without leading zeros, not {Echo.Value(text)}";
        var (address, prefix) = (IPAddress.Parse(text.Split('/')[0]), int.Parse(text.Split('/')[1]));
        var network = new IPNetwork(Masked(address, prefix), prefix);
        if (prefix == 0) return "must not be the whole internet: name the part that is meant";
        return network.BaseAddress.Equals(address) ? null : $"must be written by its first address: {network}";
    }

    /// <summary>Null where <see cref="Fault"/> would say something.</summary>
    public static IPNetwork? Parse(string text) => Fault(text) is null ? IPNetwork.Parse(text) : null;

    private static IPAddress Masked(IPAddress address, int prefix)
    {
        var bits = BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());
        var masked = prefix == 0 ? 0 : bits & uint.MaxValue << 32 - prefix;
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, masked);
        return new IPAddress(bytes);
    }

    [GeneratedRegex(@"\A((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])\z")]
    private static partial Regex Shape();
}
