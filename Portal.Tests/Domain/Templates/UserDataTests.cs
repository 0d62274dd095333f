using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Templates.Judges;

namespace Portal.Tests.Domain.Templates;

/// <summary>The program of an instance's first boot.</summary>
public sealed partial class UserDataTests
{
    /// <summary>Before its base64: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html</summary>
    private const int MostBytes = 16_384;

    private const int MostScriptBytes = 7 * 1024;

    /// <summary>Longer than the names and ARNs of what an instance uses.</summary>
    private const int LongestName = 160;

    [Fact]
    public void TheLongestScript_FitsBesideTheProgramAndTheLongestNames()
    {
        Assert.Empty(WithScript(MostScriptBytes).Refusals);
        Assert.InRange(Length(Program), Base64Length(MostScriptBytes), MostBytes);
    }

    [Fact]
    public void Agent_ShipsIntoTheModulesLog_AndReportsUnderTheGroupsNameOnly()
    {
        var text = Text;
        var metrics = Quoted().Replace(MetricsLine().Match(text).Groups[1].Value, "\"").Replace("$by", "\"append_dimensions\": {}", StringComparison.Ordinal).TrimEnd(',');

        Assert.Contains("\\\"log_group_name\\\": \\\"$LOG_GROUP\\\"", text, StringComparison.Ordinal);
        Assert.Contains("{\"agent\": {\"omit_hostname\": true}", text, StringComparison.Ordinal);
        Assert.Equal(["mem", "disk"], JsonDocument.Parse("{" + metrics + "}").RootElement.GetProperty("metrics").GetProperty("metrics_collected").EnumerateObject().Select(each => each.Name));
    }

    /// <summary>
    /// Connections to both sides count, and its logs are files too: https://nginx.org/en/docs/ngx_core_module.html#worker_connections. A target that closes before the load balancer does loses requests:
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
    /// </summary>
    [Theory]
    [InlineData(0, 60)]
    [InlineData(HeldConnections.MostOnAnInstance, HeldConnections.IdleSeconds)]
    public async Task Proxy_HoldsBothEndsOfEachConnection_AndOutlastsTheLoadBalancersSilence(int held, int idle)
    {
        var (proxy, _) = await ConfiguredAsync(held, idle);

        Assert.True(Setting(proxy, "worker_connections") >= (2 * held) + 8192);
        Assert.True(Setting(proxy, "worker_rlimit_nofile") > Setting(proxy, "worker_connections"));
        Assert.All(["keepalive_timeout", "proxy_read_timeout", "proxy_send_timeout"], timeout => Assert.InRange(Setting(proxy, timeout), idle + 1, idle + 60));
    }

    /// <summary>Both ends of a connection to the application have the loopback address, so each takes a port of its own: https://docs.kernel.org/networking/ip-sysctl.html</summary>
    [Fact]
    public async Task Kernel_HasAPortForEachConnectionThatASheetMayAskFor_AndKeepsTheApplicationsOwnFree()
    {
        var (_, kernel) = await ConfiguredAsync(HeldConnections.MostOnAnInstance, HeldConnections.IdleSeconds);

        var range = Regex.Match(kernel, @"ip_local_port_range = (\d+) (\d+)");
        Assert.Equal(HeldConnections.Ports, Number(range.Groups[2]) - Number(range.Groups[1]) + 1);
        Assert.InRange(HeldConnections.MostOnAnInstance, 1, HeldConnections.Ports - 5000);
        Assert.Contains("ip_local_reserved_ports = 18080\n", kernel, StringComparison.Ordinal);
        Assert.Equal(HeldConnections.MostOnAnInstance.ToString(CultureInfo.InvariantCulture), TemplateCatalogue.Module("compute").Root.Section("Parameters").Section("HeldConnections").Text("MaxValue"));
    }

    /// <summary>What the program writes for the proxy and for the kernel, run over a folder of its own.</summary>
    private static async Task<(string Proxy, string Kernel)> ConfiguredAsync(int held, int idle)
    {
        var (begin, end) = (Text.IndexOf("requests=off", StringComparison.Ordinal), Text.IndexOf("systemctl enable --now nginx", StringComparison.Ordinal));
        var folder = Directory.CreateTempSubdirectory("first-boot");
        try
        {
            var program = Text[begin..end].Replace("/etc/", $"{folder.FullName}/", StringComparison.Ordinal);
            var given = FormattableString.Invariant($"sysctl() {{ :; }}; HELD={held} IDLE={idle} PORT=18080 KIND=script location=; mkdir {folder.FullName}/sysctl.d {folder.FullName}/nginx");
            using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", $"set -euo pipefail; {given}\n{program}"]))!;
            await bash.WaitForExitAsync();
            Assert.Equal(0, bash.ExitCode);
            return (await File.ReadAllTextAsync($"{folder.FullName}/nginx/nginx.conf"), await File.ReadAllTextAsync($"{folder.FullName}/sysctl.d/90-portal.conf"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Setting(string proxy, string name) => Number(Regex.Match(proxy, $@"\b{name} (\d+)s?;").Groups[1]);

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Metrics_AreAllowedWhereTheyAreSent_AndOnlyInTheAgentsNamespace(string sent, bool allowed)
    {
        var body = ModuleGrid.Of("compute").First(each => each.Parameters["AgentMetrics"] == TemplateValue.Text(sent)).Resolve().Body;

        Assert.Equal(allowed, body.Contains("cloudwatch:PutMetricData", StringComparison.Ordinal));
        Assert.Equal(allowed, body.Contains("cloudwatch:namespace: CWAgent", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public.ecr.aws/nginx/nginx:1.29", "")]
    [InlineData("registry.example.com/111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1", "")]
    [InlineData("111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/shop@sha256:00", "aws ecr get-login-password --region eu-west-1|docker login --username AWS --password-stdin 111122223333.dkr.ecr.eu-west-1.amazonaws.com|")]
    public async Task Container_OfAPrivateRepository_IsFetchedWithAToken(string image, string login)
    {
        var fetch = ((TemplateList)ProgramOf("container")).Items.OfType<TemplateScalar>().Single(part => part.Text.Contains("docker run", StringComparison.Ordinal)).Text;
        const string Stubs = "dnf() { :; }; systemctl() { :; }; aws() { echo \"aws $*\" >&2; echo token; }; docker() { [ $1 = run ] || [ $(cat) = token ]; echo \"docker $*\" >&2; }; REGION=eu-central-1; LOG_GROUP=log";

        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", $"set -euo pipefail; {Stubs}; IMAGE={image}; {fetch}"]) { RedirectStandardError = true })!;
        var calls = (await bash.StandardError.ReadToEndAsync()).TrimEnd().Split('\n');
        await bash.WaitForExitAsync();

        Assert.Equal(0, bash.ExitCode);
        Assert.Equal(login.Split('|', StringSplitOptions.RemoveEmptyEntries), calls[..^1]);
        Assert.EndsWith(" " + image, calls[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public.ecr.aws/nginx/nginx:1.29", null)]
    [InlineData("111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/shop:1.2@sha256:00", "arn:aws:ecr:eu-west-1:111122223333:repository/team/shop")]
    public void Role_MayFetchTheImageOfAPrivateRepository_AndNoOther(string image, string? repository)
    {
        var sheet = Make.ProductionSheet();
        var folder = Designs.Run(sheet with { Application = sheet.Application with { Software = new Software { Kind = SoftwareKind.Container, Image = image } } });
        var statements = ((TemplateList)LinkedEnvironment.Of(folder).Section("Resources").Section("ComputeInstancePolicy").Section("Properties").Section("PolicyDocument")["Statement"]!).Items.Cast<TemplateMap>();

        Assert.Equal(repository, statements.SingleOrDefault(statement => statement.Text("Sid") == "Image")?.Text("Resource"));
        Assert.Equal(repository is not null, statements.Any(statement => statement.Text("Action") == "ecr:GetAuthorizationToken"));
    }

    private static Plan WithScript(int bytes)
    {
        var sheet = Make.ProductionSheet();
        return Designs.Run(sheet with { Application = sheet.Application with { Software = new Software { Kind = SoftwareKind.Script, Script = new string('x', bytes) } } }).Plan;
    }

    private static int Base64Length(int bytes) => (bytes + 2) / 3 * 4;

    private static string Text => string.Join('\n', ((TemplateList)Program).Items.OfType<TemplateScalar>().Select(part => part.Text));

    private static TemplateNode Program => ProgramOf("script");

    private static TemplateNode ProgramOf(string kind)
    {
        var template = ModuleGrid.Of("compute").First(each => each.Parameters["SoftwareKind"] == TemplateValue.Text(kind)).Resolve();
        var join = template.Root.Section("Resources").Section("LaunchTemplate").Section("Properties").Section("LaunchTemplateData").Section("UserData").Section("Fn::Base64")["Fn::Join"]!;
        return ((TemplateList)join).Items[1];
    }

    private static int Length(TemplateNode node) => node switch
    {
        _ when node.IsFunction(out var name, out var argument) => name switch
        {
            "Ref" => Length(((TemplateScalar)argument).Text),
            "Fn::Join" => ((TemplateList)argument).Items.Skip(1).Sum(Length),
            _ => ((TemplateScalar)argument).Text.Length + LongestName,
        },
        TemplateList list => list.Items.Sum(item => Length(item) + 1),
        TemplateScalar scalar => System.Text.Encoding.UTF8.GetByteCount(scalar.Text),
        _ => throw new InvalidOperationException($"No text: {node}"),
    };

    /// <summary>A value by its parameter; a script comes without a container's image.</summary>
    private static int Length(string parameter) => parameter switch
    {
        "ScriptBase64" => Base64Length(MostScriptBytes),
        "ScriptBase64Part2" or "ScriptBase64Part3" or "ContainerImage" => 0,
        "HealthCheckPath" => 256,
        "HeldConnections" or "IdleSeconds" or "AppPort" or "DatabasePort" or "CachePort" or "SoftwareKind" or "AgentMetrics" => 9,
        _ => LongestName,
    };

    [GeneratedRegex("(?s)metrics=\"(.+?\\}\\},)\"")]
    private static partial Regex MetricsLine();

    [GeneratedRegex("\\\\\"")]
    private static partial Regex Quoted();
}
