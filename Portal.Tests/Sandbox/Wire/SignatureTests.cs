using System.Net;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox.Wire;

public sealed class SignatureTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    [Fact]
    public async Task Call_SignedWithAnotherSecret_IsRefused()
    {
        using var aws = new SandboxCaller(sandbox.Host.Url) { Keys = SandboxKeys.Root with { Secret = "not the secret" } };

        var reply = await aws.AskAsync("ListStacks");

        Assert.Equal((403, "SignatureDoesNotMatch"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Call_WithAnUnknownKey_IsRefused()
    {
        using var aws = new SandboxCaller(sandbox.Host.Url) { Keys = SandboxKeys.Root with { AccessKey = "AKIAUNKNOWN000000000" } };

        var reply = await aws.AskAsync("ListStacks");

        Assert.Equal((403, "InvalidClientTokenId"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Call_WhoseBodyWasChangedAfterSigning_IsRefused()
    {
        using var request = sandbox.Aws.SignedRequest("cloudformation", "ListStacks", []);
        request.Content = new StringContent("Action=DeleteStack&StackName=x");

        var reply = await SandboxCaller.ReadAsync(await sandbox.Aws.SendAsync(request));

        Assert.Equal((403, "SignatureDoesNotMatch"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData(-16, "Signature expired")]
    [InlineData(16, "Signature not yet current")]
    public async Task Call_SignedSixteenMinutesOff_IsRefused(int minutes, string text)
    {
        using var request = sandbox.Aws.SignedRequest("cloudformation", "ListStacks", [], TimeProvider.System.GetUtcNow().AddMinutes(minutes));

        var reply = await SandboxCaller.ReadAsync(await sandbox.Aws.SendAsync(request));

        Assert.Equal((403, "SignatureDoesNotMatch"), (reply.Status, reply.Code));
        Assert.StartsWith(text, reply.Message);
    }

    [Theory]
    [InlineData(-14)]
    [InlineData(14)]
    public async Task Call_SignedFourteenMinutesOff_IsAccepted(int minutes)
    {
        using var request = sandbox.Aws.SignedRequest("cloudformation", "ListStacks", [], TimeProvider.System.GetUtcNow().AddMinutes(minutes));

        var response = await sandbox.Aws.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Call_AfterTheClockWasAdvanced_IsStillCheckedAgainstRealTime()
    {
        await using var slow = await SlowSandbox.StartAsync();
        await slow.AdvanceAsync(TimeSpan.FromDays(30));

        var reply = await slow.Aws.AskAsync("ListStacks");

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task Call_WithoutSignature_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("Action=ListStacks") };

        var reply = await SandboxCaller.ReadAsync(await sandbox.Aws.SendAsync(request));

        Assert.Equal((403, "MissingAuthenticationToken"), (reply.Status, reply.Code));
    }
}
