using System.Globalization;
using System.Text;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.S3;

/// <summary>The aws-chunked body encoding of uploads. Chunk signatures and trailing checksums are taken off, not verified.</summary>
public static class AwsChunked
{
    public static byte[] Decode(byte[] body)
    {
        using var decoded = new MemoryStream();
        for (var at = 0; ;)
        {
            var end = Array.IndexOf(body, (byte)'\n', at);
            var header = end < 0 ? "" : Encoding.ASCII.GetString(body, at, end - at).Trim();
            if (!int.TryParse(header.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) || end + 1 + length > body.Length)
                throw new AwsException(400, "IncompleteBody", "The request body terminated unexpectedly");
            if (length == 0) return decoded.ToArray();
            decoded.Write(body, end + 1, length);
            at = end + 1 + length + 2;
        }
    }
}
