using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Portal.Domain.Planning.Places;

/// <summary>
/// Hands out VPC address ranges. A range is always a /20: 4,096 addresses, room for three zones of public, application and data subnets
/// (AWS admits /16 to /28, https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html).
/// </summary>
public static class AddressPool
{
    public const int PrefixLength = 20;
    private const ulong RangeSize = 1UL << (32 - PrefixLength);

    /// <summary>RFC 1918 and RFC 6598. From other addresses the internet behind them could not be reached.</summary>
    private static readonly IPNetwork[] PrivateNetworks =
        [IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("100.64.0.0/10")];

    /// <summary>Where a VPC may lie, for people.</summary>
    public static string PrivateSpace { get; } = string.Join(", ", PrivateNetworks);

    public static bool IsPrivate(IPNetwork network) => PrivateNetworks.Any(space => Contains(space, network));

    /// <summary>
    /// The lowest /20 of <paramref name="pool"/> that touches nothing taken and nothing reserved; null where there is none (an exhausted pool, one smaller
    /// than a /20, or IPv6). A reserved block that holds the whole pool does not count: the pool is what its owner carved out of that block for the portal.
    /// </summary>
    public static IPNetwork? FirstFree(IPNetwork pool, IReadOnlyList<IPNetwork> reserved, IReadOnlySet<IPNetwork> taken)
    {
        if (pool.BaseAddress.AddressFamily != AddressFamily.InterNetwork || pool.PrefixLength > PrefixLength)
        {
            return null;
        }

        var used = Obstacles(pool, reserved).Concat(taken).Where(block => Overlap(block, pool)).Select(Range.Of).OrderBy(range => range.First).ToList();
        var whole = Range.Of(pool);
        for (var first = whole.First; first < whole.Last; first += RangeSize)
        {
            var candidate = new Range(first, first + RangeSize - 1);
            var obstacles = used.Where(candidate.Overlaps).ToList();
            if (obstacles.Count == 0)
            {
                return candidate.ToNetwork();
            }

            // Skip what is used in one step: a reserved /8 in a big pool would otherwise be walked in thousands of /20s.
            first = obstacles.Max(o => o.Last) / RangeSize * RangeSize;
        }

        return null;
    }

    /// <summary>Whether a range is one that <see cref="FirstFree"/> would hand out of this pool, were nothing taken.</summary>
    public static bool Holds(IPNetwork pool, IReadOnlyList<IPNetwork> reserved, IPNetwork range) =>
        range.PrefixLength == PrefixLength && Contains(pool, range) && !Obstacles(pool, reserved).Any(block => Overlap(block, range));

    /// <summary>
    /// Why a VPC may not stand on <paramref name="vpc"/>, or null where it may. It lies in private space. Inside the pool it may; outside it may not touch anything reserved (contract, section 1, network).
    /// </summary>
    public static string? WhyNot(IPNetwork vpc, IPNetwork pool, IReadOnlyList<IPNetwork> reserved)
    {
        if (vpc.BaseAddress.AddressFamily != AddressFamily.InterNetwork || vpc.PrefixLength != PrefixLength)
        {
            return $"{vpc} is not an IPv4 /{PrefixLength}";
        }

        if (!IsPrivate(vpc))
        {
            return $"{vpc} is public: take a /{PrefixLength} of private space ({PrivateSpace})";
        }

        var clash = Contains(pool, vpc) ? null : reserved.Where(block => Overlap(block, vpc)).Select(block => block.ToString()).FirstOrDefault();
        return clash is null ? null : $"{vpc} lies outside the pool {pool} and touches the reserved {clash}";
    }

    public static bool Contains(IPNetwork outer, IPNetwork inner) => outer.PrefixLength <= inner.PrefixLength && outer.Contains(inner.BaseAddress);

    public static bool Overlap(IPNetwork one, IPNetwork other) => Contains(one, other) || Contains(other, one);

    private static IEnumerable<IPNetwork> Obstacles(IPNetwork pool, IReadOnlyList<IPNetwork> reserved) => reserved.Where(block => !Contains(block, pool));

    private readonly record struct Range(ulong First, ulong Last)
    {
        public static Range Of(IPNetwork network)
        {
            var first = (ulong)BinaryPrimitives.ReadUInt32BigEndian(network.BaseAddress.GetAddressBytes());
            return new Range(first, first + (1UL << (32 - network.PrefixLength)) - 1);
        }

        public bool Overlaps(Range other) => First <= other.Last && other.First <= Last;

        public IPNetwork ToNetwork()
        {
            var bytes = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)First);
            return new IPNetwork(new IPAddress(bytes), PrefixLength);
        }
    }
}
