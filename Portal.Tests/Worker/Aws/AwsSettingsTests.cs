using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Worker.Aws;

namespace Portal.Tests.Worker.Aws;

public sealed class AwsSettingsTests
{
    [Fact]
    public void Settings_LeftOut_MeanTheSandboxOnThisMachine()
    {
        var settings = Registered([]);

        Assert.Equal((AwsMode.Sandbox, "http://127.0.0.1:4566/"), (settings.Mode, settings.ServiceUrl.ToString()));
        Assert.Equal("portal-111122223333", settings.ExternalIdOf("111122223333"));
    }

    [Fact]
    public void Settings_AreReadFromTheSectionAws()
    {
        var settings = Registered(new()
        {
            ["Aws:Mode"] = "endpoint",
            ["Aws:ServiceUrl"] = "http://10.0.0.5:4566",
            ["Aws:ExternalIds:111122223333"] = "secret-1",
            ["Aws:Limits:MutationsPerSecond"] = "1.5",
        });

        Assert.Equal((AwsMode.Endpoint, "http://10.0.0.5:4566/"), (settings.Mode, settings.ServiceUrl.ToString()));
        Assert.Equal(("secret-1", "portal-444455556666"), (settings.ExternalIdOf("111122223333"), settings.ExternalIdOf("444455556666")));
        Assert.Equal(1.5, settings.Limits.MutationsPerSecond);
    }

    [Theory]
    [InlineData("Aws:ServiceUrl", "http://sandbox.example.com:4566")]
    [InlineData("Aws:Mode", "production")]
    [InlineData("Aws:SessionSeconds", "60")]
    [InlineData("Aws:TimeoutSeconds", "0")]
    [InlineData("Aws:Limits:ReadsPerSecond", "0")]
    public void Settings_ThatCannotWork_StopTheStart(string key, string value) =>
        Assert.ThrowsAny<InvalidOperationException>(() => Registered(new() { [key] = value }));

    [Fact]
    public async Task Endpoint_OnLoopbackWithoutCredentials_IsCalledWithTheSandboxPair()
    {
        Assert.SkipWhen(new[] { "AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE" }.Any(name => Environment.GetEnvironmentVariable(name) is not null), "this machine has AWS credentials of its own");
        await using var aws = new ScriptedAws().On("GetCallerIdentity", Reply.Ok("GetCallerIdentity", "<Arn>a</Arn><Account>1</Account>"));
        using var clients = new AwsClients(new AwsSettings { Mode = AwsMode.Endpoint, ServiceUrl = aws.Url, HomeRegion = "eu-north-1" }, TimeProvider.System);

        await clients.For(AwsUnderTest.Target).Identity.WhoAmIAsync(CancellationToken.None);

        Assert.Matches("Credential=AKIAIOSFODNN7EXAMPLE/[0-9]+/eu-north-1/sts/", Assert.Single(aws.Calls("AssumeRole")).Headers["Authorization"]);
    }

    private static AwsSettings Registered(Dictionary<string, string?> values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection().AddAws(configuration).BuildServiceProvider();
        Assert.NotNull(services.GetRequiredService<AwsClients>());
        return services.GetRequiredService<AwsSettings>();
    }
}
