using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates;

/// <summary>A cell of the grid twice: the module with all its parameters, and what the resolver made of both. Deployed, they must be the same.</summary>
/// <param name="Region">Where the stack goes; what serves the edge is made in one region only.</param>
/// <param name="Given">The module's parameters; null stands for another stack's output.</param>
internal sealed record Twin(string Cell, string Module, string StackName, string Region, IReadOnlyDictionary<string, string?> Given, ResolvedTemplate Resolved)
{
    private static readonly Dictionary<string, string> Regions = new()
    {
        ["baseline"] = "us-east-1", ["hosted-zone"] = "us-east-1", ["edge"] = "us-east-1", ["fallback"] = "us-east-1", ["shield"] = "us-east-1", ["dns"] = "us-east-1", ["monitoring-global"] = "us-east-1", ["cost"] = "us-east-1", ["spending"] = "us-east-1", ["accelerator"] = "us-west-2", ["monitoring-accelerator"] = "us-west-2",
    };

    public string Source => TemplateCatalogue.Module(Module).Source;

    /// <summary>The parameters that the resolved template still has.</summary>
    public IReadOnlyDictionary<string, string?> Left => Texts(Resolved.Parameters);

    public static Twin Of(ModuleGrid.Cell cell, string stackName)
    {
        var region = Regions.GetValueOrDefault(cell.Module, "eu-central-1");
        var scope = new StackScope { Region = region, AccountId = "111122223333", StackName = stackName };
        return new(cell.ToString(), cell.Module, stackName, region, Texts(cell.Parameters), TemplateResolver.Resolve(TemplateCatalogue.Module(cell.Module), cell.Parameters, scope));
    }

    private static Dictionary<string, string?> Texts(IReadOnlyDictionary<string, TemplateValue> parameters) =>
        parameters.ToDictionary(each => each.Key, each => each.Value is TemplateValue.Known known ? known.Value : null);
}
