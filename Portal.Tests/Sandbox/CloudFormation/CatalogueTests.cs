using Portal.Domain.Templates;

namespace Portal.Tests.Sandbox.CloudFormation;

/// <summary>The modules stand up as stacks, each with what the earlier ones put out under the names of its parameters.</summary>
public sealed class CatalogueTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    [Fact]
    public async Task EveryModule_StandsUp_WiredByNameAlone()
    {
        var standing = new List<StandingStack>();

        foreach (var wanted in Catalogue.Stacks)
            standing.Add(await StandingStack.StandUpAsync(sandbox.Host, wanted, standing));

        Assert.All(standing, stack => Assert.Equal("CREATE_COMPLETE", stack.Status));
        Assert.Equal(TemplateCatalogue.Load().Select(module => module.Name), Catalogue.Stacks.Select(stack => stack.Module).Distinct().Order(StringComparer.Ordinal));
    }
}
