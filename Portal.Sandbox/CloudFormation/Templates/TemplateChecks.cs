using System.Text.RegularExpressions;
using Portal.Sandbox.Resources;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Templates;

/// <summary>What CloudFormation refuses before it looks at any value.</summary>
public static partial class TemplateChecks
{
    public const int MaxBodyBytes = 51_200;
    private const int MaxResources = 500;
    private const int MaxParameters = 200;
    private const int MaxOutputs = 200;

    private static readonly string[] KnownSections =
        ["AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Conditions", "Resources", "Outputs", "Rules", "Transform"];

    private static readonly string[] ResourceMembers =
        ["Type", "Properties", "Metadata", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "CreationPolicy", "UpdatePolicy"];

    private static readonly string[] Functions =
    [
        "Fn::Base64", "Fn::GetAtt", "Fn::GetAZs", "Fn::ImportValue", "Fn::Join", "Fn::Split", "Fn::FindInMap", "Fn::Select", "Ref",
        "Fn::Equals", "Fn::If", "Fn::Not", "Condition", "Fn::And", "Fn::Or", "Fn::Contains", "Fn::EachMemberEquals", "Fn::EachMemberIn",
        "Fn::ValueOf", "Fn::ValueOfAll", "Fn::RefAll", "Fn::Sub", "Fn::Cidr",
    ];

    public static void Sections(Node root)
    {
        var unknown = root.AsMembers.Select(m => m.Key).Except(KnownSections).ToList();
        if (unknown.Count > 0) throw TemplateReader.Format($"Invalid template property or properties [{string.Join(", ", unknown)}]");
        if (root["AWSTemplateFormatVersion"] is { } version && version.AsText != "2010-09-09") throw TemplateReader.Format("unsupported value for AWSTemplateFormatVersion.");
        if (root["Transform"] is { } transform) throw AwsException.Validation($"No transform named {transform.AsText ?? transform.ToJson()} found.");
        if (root["Resources"]?.AsMembers is not { Count: > 0 } resources) throw TemplateReader.Format("At least one Resources member must be defined.");
        Limit("resources", resources.Count, MaxResources);
        Limit("parameters", root["Parameters"]?.AsMembers.Count ?? 0, MaxParameters);
        Limit("outputs", root["Outputs"]?.AsMembers.Count ?? 0, MaxOutputs);
        foreach (var (name, resource) in resources) Resource(name, resource);
        foreach (var name in root["Outputs"]?.AsMembers.Select(o => o.Key).Where(n => !LogicalId().IsMatch(n)) ?? []) throw TemplateReader.Format($"Output name {name} is non alphanumeric.");
    }

    public static void References(Template template)
    {
        var unrecognised = template.Resources.Values.Select(r => r.Type).Where(t => ResourceCatalogue.Find(t) is null).Distinct().Order(StringComparer.Ordinal).ToList();
        if (unrecognised.Count > 0) throw TemplateReader.Format($"Unrecognized resource types: [{string.Join(", ", unrecognised)}]");
        Conditions(template);
        Resolve(template, "Resources", template.Resources.Values.SelectMany(r => r.Policies.Prepend(r.Properties).SelectMany(In).Concat(r.DependsOn.Select(d => new Reference(d, null)))));
        Resolve(template, "Outputs", template.Outputs.Values.SelectMany(o => In(o.Value)));
        if (Circle.Find(template) is { Count: > 0 } circle) throw AwsException.Validation($"Circular dependency between resources: [{string.Join(", ", circle)}]");
    }

    private static void Resource(string name, Node resource)
    {
        if (!LogicalId().IsMatch(name)) throw TemplateReader.Format($"Resource name {name} is non alphanumeric.");
        if (resource["Type"] is null) throw TemplateReader.Format($"[/Resources/{name}] Every Resources object must contain a Type member.");
        if (resource.AsMembers.Select(m => m.Key).Except(ResourceMembers).FirstOrDefault() is { } odd) throw AwsException.Validation($"Invalid template resource property '{odd}'");
    }

    private static void Conditions(Template template)
    {
        var defined = template.Conditions.AsMembers.Select(c => c.Key).ToHashSet();
        var wanted = template.Resources.Values.Select(r => r.Condition).Concat(template.Outputs.Values.Select(o => o.Condition)).OfType<string>();
        if (wanted.FirstOrDefault(c => !defined.Contains(c)) is { } missing) throw TemplateReader.Format($"Unresolved condition dependency {missing} in the Resources block of the template");
        var foreign = In(template.Conditions).Select(r => r.Name).Where(n => !template.Parameters.ContainsKey(n) && !n.StartsWith("AWS::", StringComparison.Ordinal)).Distinct().ToList();
        if (foreign.Count > 0) throw TemplateReader.Format($"Unresolved dependencies [{string.Join(", ", foreign)}]. Cannot reference resources in the Conditions block of the template");
    }

    private static void Resolve(Template template, string block, IEnumerable<Reference> references)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, attribute) in references)
        {
            if (template.Resources.TryGetValue(name, out var resource))
            {
                if (attribute is { Length: > 0 } && !ResourceCatalogue.Get(resource.Type).HasAttribute(attribute))
                    throw AwsException.Validation($"Template error: resource {name} does not support attribute type {attribute} in Fn::GetAtt");
            }
            else if (attribute is not null)
            {
                throw AwsException.Validation($"Template error: instance of Fn::GetAtt references undefined resource {name}");
            }
            else if (!template.Parameters.ContainsKey(name) && !PseudoParameters.Names.Contains(name))
            {
                missing.Add(name);
            }
        }

        if (missing.Count > 0) throw TemplateReader.Format($"Unresolved resource dependencies [{string.Join(", ", missing)}] in the {block} block of the template");
    }

    private static IEnumerable<Reference> In(Node node)
    {
        Supported(node);
        return Templates.References.In(node);
    }

    private static void Supported(Node node)
    {
        foreach (var (key, value) in node.AsMembers)
        {
            if (key.StartsWith("Fn::", StringComparison.Ordinal) && !Functions.Contains(key))
                throw TemplateReader.Format($"Encountered unsupported function: {key} Supported functions are: [{string.Join(", ", Functions)}]");
            Supported(value);
        }

        foreach (var item in node.AsItems) Supported(item);
    }

    private static void Limit(string what, int count, int max)
    {
        if (count > max) throw TemplateReader.Format($"Number of {what}, {count}, is greater than maximum allowed, {max}");
    }

    [GeneratedRegex("^[A-Za-z0-9]{1,255}$")]
    private static partial Regex LogicalId();
}
