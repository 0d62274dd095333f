using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates;

/// <summary>A small module around a fragment: conditions Y (true) and N (false), resources R and Here, and Gone, which N switches off.</summary>
internal static class Vector
{
    public static readonly StackScope Scope = new() { Region = "eu-central-1", AccountId = "111122223333", StackName = "team-shop-eu-central-1-vector" };

    private const string Frame = """
        AWSTemplateFormatVersion: '2010-09-09'
        Parameters:
          P: {Type: String, Default: p}
          L: {Type: CommaDelimitedList, Default: 'a,b'}
          Later: {Type: String, Default: ''}
        Mappings:
          M: {x: {v: [1, 2]}, 111122223333: {eu-central-1: here}}
        Conditions:
          Y: !Equals ['1', 1]
          N: !Not [!Condition Y]
          CONDITIONS
        Resources:
          R:
            Type: AWS::Test::Type
            FRAGMENT
          Here: {Type: AWS::Test::Type}
          Gone: {Type: AWS::Test::Type, Condition: N}
        OUTPUTS
        """;

    /// <summary>The attributes of R after resolving, as YAML without the type.</summary>
    public static string Resource(string fragment, params (string Name, TemplateValue Value)[] parameters) =>
        TemplateWriter.Write(((TemplateMap)Resolve(fragment, "", "", parameters).Root.Section("Resources")["R"]!).Without("Type"));

    /// <summary>The property <c>a</c> and its neighbours.</summary>
    public static string Properties(string flow, params (string Name, TemplateValue Value)[] parameters) =>
        TemplateWriter.Write(Resolve($"Properties: {flow}", "", "", parameters).Root.Section("Resources").Section("R").Section("Properties"));

    /// <summary>Whether a condition of that text holds.</summary>
    public static bool Holds(string condition, params (string Name, TemplateValue Value)[] parameters) =>
        Resolve("Properties: {a: !If [C, 'yes', 'no']}", $"C: {condition}", "", parameters)
            .Root.Section("Resources").Section("R").Section("Properties").Text("a") == "yes";

    public static ResolvedTemplate Resolve(
        string fragment, string conditions = "", string outputs = "", params (string Name, TemplateValue Value)[] parameters)
    {
        var source = Frame.Replace("FRAGMENT", fragment).Replace("CONDITIONS", conditions).Replace("OUTPUTS", outputs);
        return TemplateResolver.Resolve(ModuleReader.Read("vector", source), parameters.ToDictionary(p => p.Name, p => p.Value), Scope);
    }

    /// <summary>A text of YAML in the writer's own form, to compare with.</summary>
    public static string Written(string yaml) => TemplateWriter.Write(TemplateReader.Read(yaml));
}
