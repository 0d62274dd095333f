using System.Security.Cryptography;
using System.Text;

namespace Portal.Sandbox.Resources;

/// <summary>Which resource, in which incarnation: everything random about it is derived from this, so a restart changes nothing.</summary>
/// <param name="Generation">Counts replacements, from 0.</param>
public sealed record ResourceIdentity(string Account, string Region, string StackName, string StackId, string LogicalId, int Generation)
{
    private const string UpperCase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public string Hex(int length) => Draw("hex", "0123456789abcdef", length);

    public string Digits(int length) => Draw("digits", "123456789", length);

    public string Upper(int length) => Draw("upper", UpperCase, length);

    public string Uuid() => Hex(32) is var h ? $"{h[..8]}-{h[8..12]}-{h[12..16]}-{h[16..20]}-{h[20..]}" : "";

    /// <summary>Letters shared by all resources of the account and region, as in database endpoints.</summary>
    public string Regional(int length) => Letters($"{Account}/{Region}", "abcdefghijklmnopqrstuvwxyz0123456789", length);

    /// <summary>The name CloudFormation invents: stack, logical id, twelve letters, cut to the service's limit.</summary>
    public string Name(int max)
    {
        var suffix = Upper(12);
        var room = Math.Max(2, max - suffix.Length - 2);
        var stack = StackName[..Math.Min(StackName.Length, Math.Max(room / 2, room - LogicalId.Length))];
        var logical = LogicalId[..Math.Min(LogicalId.Length, room - stack.Length)];
        return $"{stack}-{logical}-{suffix}";
    }

    /// <summary>A number in [0, 1) that is always the same for the same purpose.</summary>
    public double Fraction(string purpose) => BitConverter.ToUInt32(Hash($"{Seed}/{purpose}")) / ((double)uint.MaxValue + 1);

    private string Seed => $"{StackId}/{LogicalId}/{Generation}";

    private string Draw(string purpose, string alphabet, int length) => Letters($"{Seed}/{purpose}", alphabet, length);

    private static string Letters(string seed, string alphabet, int length)
    {
        var bytes = Hash(seed).Concat(Hash(seed + "+")).ToArray();
        return string.Create(length, (bytes, alphabet), (span, s) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = s.alphabet[s.bytes[i % s.bytes.Length] % s.alphabet.Length];
        });
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
