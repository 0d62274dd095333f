using System.Security.Cryptography;
using System.Text;
using Portal.Sandbox.Store;

namespace Portal.Sandbox.Ssm;

public sealed record MovedImage(string Parameter, string? Region, string ImageId, DateTimeOffset At, int Version);

/// <summary>The public Amazon Linux image parameters. Each has one image per region until somebody moves it.</summary>
public sealed class ParameterStore(DurableStore store)
{
    private const string Prefix = "/aws/service/ami-amazon-linux-latest/";
    private const string Anywhere = "*";
    private readonly Table<MovedImage> moved = store.Table<MovedImage>("image");

    /// <param name="world">Account and region; the account does not matter for public parameters.</param>
    public string? Find(string world, string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || name.Length == Prefix.Length) return null;
        var region = world.Split('/')[1];
        return Moved(region, name)?.ImageId ?? "ami-0" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{region}{name}")))[..16];
    }

    public MovedImage? Moved(string region, string name) =>
        new[] { moved.Find(region, name), moved.Find(Anywhere, name) }.OfType<MovedImage>().MaxBy(m => m.At);

    public void Move(string name, string? region, string imageId, DateTimeOffset now)
    {
        var owner = region ?? Anywhere;
        moved.Put(owner, name, new MovedImage(name, region, imageId, now, (moved.Find(owner, name)?.Version ?? 1) + 1));
    }
}
