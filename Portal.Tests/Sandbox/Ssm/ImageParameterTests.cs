using System.Text.Json;

namespace Portal.Tests.Sandbox.Ssm;

public sealed class ImageParameterTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private const string Name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";

    [Fact]
    public async Task GetParameter_OfAnImage_IsTheSameEachTimeAndAnotherElsewhere()
    {
        using var elsewhere = new SandboxCaller(sandbox.Host.Url) { Region = "us-east-1" };

        var first = await ImageAsync(sandbox.Aws, Name);
        var again = await ImageAsync(sandbox.Aws, Name);
        var other = await ImageAsync(elsewhere, Name);

        Assert.Matches("^ami-0[0-9a-f]{16}$", first);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task GetParameter_AfterTheImageWasMoved_IsTheNewOne()
    {
        await sandbox.Aws.ControlAsync("images", new { parameter = Name + "-moved", imageId = "ami-0123456789abcdef0", region = "eu-central-1" });

        Assert.Equal("ami-0123456789abcdef0", await ImageAsync(sandbox.Aws, Name + "-moved"));
    }

    [Fact]
    public async Task GetParameter_OfAnythingElse_IsNotFound()
    {
        using var request = sandbox.Aws.SignedJson("ssm", "AmazonSSM.GetParameter", new { Name = "/my/own" });
        var response = await sandbox.Aws.SendAsync(request);
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal((400, "ParameterNotFound"), ((int)response.StatusCode, body.GetProperty("__type").GetString()));
    }

    private static async Task<string> ImageAsync(SandboxCaller aws, string name)
    {
        using var request = aws.SignedJson("ssm", "AmazonSSM.GetParameter", new { Name = name });
        var response = await aws.SendAsync(request);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("Parameter").GetProperty("Value").GetString()!;
    }
}
