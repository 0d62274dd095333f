using Portal.AwsClientGenerator;
using Portal.Tests.Architecture;

namespace Portal.Tests.Worker.Aws;

public sealed class GeneratedClientsTests
{
    [Theory]
    [InlineData("tools/AwsClientGenerator/Models", "Portal.Worker/Aws/Generated", "Portal.Worker.Aws.Generated")]
    [InlineData("Portal.Tests/Worker/Aws/Models", "Portal.Tests/Worker/Aws/Generated", "Portal.Tests.Worker.Aws.Generated")]
    public void GeneratedFile_IsWhatTheGeneratorMakesOfTheModels(string models, string output, string space)
    {
        var rendered = Generator.Render(Path.Combine(Repository.Root, models), space).ToDictionary(file => file.File, file => file.Text);

        var committed = Directory.EnumerateFiles(Path.Combine(Repository.Root, output)).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);

        var stale = rendered.Keys.Union(committed.Keys).Where(file => rendered.GetValueOrDefault(file) != committed.GetValueOrDefault(file)).Order();
        Assert.True(!stale.Any(), $"{string.Join(", ", stale)} differ from what the generator makes. Fix the generator, or accept its files:\n"
            + $"dotnet run --project tools/AwsClientGenerator -- {models} {output} {space}");
    }
}
