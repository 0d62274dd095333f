using System.Net;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Templates;

/// <summary>Fn::Cidr for IPv4: count blocks with the given number of host bits out of one block.</summary>
public static class Cidr
{
    private const int MaxBlocks = 256;

    public static IReadOnlyList<string> Split(string block, string count, string? hostBits)
    {
        if (!IPNetwork.TryParse(block, out var network)) throw AwsException.Validation($"Template error: Fn::Cidr: invalid IP address block {block}");
        if (!int.TryParse(count, out var blocks) || blocks is < 1 or > MaxBlocks) throw AwsException.Validation("Template error: Every Fn::Cidr object requires the count to be between 1 and 256");
        var bits = int.TryParse(hostBits, out var given) ? given : 8;
        var first = BitConverter.ToUInt32([.. network.BaseAddress.GetAddressBytes().Reverse()]);
        if (bits is < 0 or > 32 || (ulong)blocks << bits > 1UL << (32 - network.PrefixLength))
            throw AwsException.Validation($"Template error: Fn::Cidr: {block} cannot hold {blocks} blocks of {bits} bits");
        return [.. Enumerable.Range(0, blocks).Select(i => $"{Address(first + ((uint)i << bits))}/{32 - bits}")];
    }

    private static IPAddress Address(uint value) => new([.. BitConverter.GetBytes(value).Reverse()]);
}
