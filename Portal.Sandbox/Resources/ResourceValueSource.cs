using System.Text.RegularExpressions;
using Portal.Sandbox.CloudFormation.Templates;

namespace Portal.Sandbox.Resources;

/// <summary>Makes physical ids and attribute values of a resource: by its type's pattern, else by what the attribute's name says.</summary>
public sealed partial record ResourceValueSource(string Type, ResourceIdentity Identity, Node Properties)
{
    public string PhysicalId() => ValuePatterns.Find(Type, ValuePatterns.Ref) is { } pattern ? Fill(pattern, "") : Named(128);

    public Node? Attribute(string physicalId, string attribute)
    {
        if (ValuePatterns.Find(Type, attribute) is { } pattern) return Parse(Fill(pattern, physicalId));
        if (Property(attribute) is { } given) return given;
        return ResourceCatalogue.Get(Type).HasAttribute(attribute) ? Node.Text(Guess(physicalId, attribute)) : null;
    }

    private string Guess(string physicalId, string attribute)
    {
        var last = attribute.Split('.')[^1];
        if (last.EndsWith("Arn", StringComparison.Ordinal) || last == "Arn") return physicalId.StartsWith("arn:", StringComparison.Ordinal) && last is "Arn" ? physicalId : Arn(physicalId);
        if (last.EndsWith("Port", StringComparison.Ordinal)) return Port();
        if (last.EndsWith("DNSName", StringComparison.OrdinalIgnoreCase) || last.Contains("Domain", StringComparison.Ordinal) || last.EndsWith("Address", StringComparison.Ordinal) || last.EndsWith("Endpoint", StringComparison.Ordinal))
            return $"{Identity.LogicalId.ToLowerInvariant()}-{Identity.Hex(8)}.{Identity.Region}.amazonaws.com";
        if (last is "Id" || ResourceCatalogue.Get(Type).Identifier is [var only] && only == last) return physicalId;
        if (last.Contains("Version", StringComparison.Ordinal)) return "1";
        return last.EndsWith("Id", StringComparison.Ordinal) ? Identity.Hex(17) : physicalId;
    }

    private string Arn(string physicalId)
    {
        var service = ResourceCatalogue.Get(Type).Service.ToLowerInvariant();
        return $"arn:aws:{service}:{Identity.Region}:{Identity.Account}:{Type.Split("::")[2].ToLowerInvariant()}/{physicalId}";
    }

    private string Fill(string pattern, string physicalId) => Slot().Replace(pattern, match =>
        match.Groups[1].Value.Split('|').Select(choice => Choice(choice, physicalId)).FirstOrDefault(value => value is { Length: > 0 }) ?? "");

    private string? Choice(string choice, string physicalId)
    {
        var (word, length) = choice.Split(':') is [var w, var l] ? (w, int.Parse(l)) : (choice, 0);
        return word switch
        {
            "ref" => physicalId,
            "region" => Identity.Region,
            "account" => Identity.Account,
            "hex" => Identity.Hex(length),
            "digits" => Identity.Digits(length),
            "upper" => Identity.Upper(length),
            "uuid" => Identity.Uuid(),
            "regional" => Identity.Regional(length),
            "zoneid" => "Z" + Identity.Regional(13).ToUpperInvariant(),
            "name" => Named(length),
            "lowername" => Named(length).ToLowerInvariant(),
            "address" => $"{3 + Identity.Fraction("a") * 90:0}.{Identity.Fraction("b") * 254:0}.{Identity.Fraction("c") * 254:0}.{1 + Identity.Fraction("d") * 250:0}",
            "port" => Port(),
            "last" => physicalId.Split('/', ':')[^1],
            _ => Property(word)?.AsText,
        };
    }

    private string Named(int max) => Identity.Name(max);

    private Node? Property(string path) => path.Split('.').Aggregate((Node?)Properties, (node, name) => node?[name]);

    private string Port() => Property("Port")?.AsText ?? (Property("Engine")?.AsText ?? "") switch
    {
        var e when e.Contains("postgres", StringComparison.Ordinal) => "5432",
        var e when e.StartsWith("sqlserver", StringComparison.Ordinal) => "1433",
        var e when e.StartsWith("oracle", StringComparison.Ordinal) => "1521",
        "memcached" => "11211",
        "redis" or "valkey" => "6379",
        _ => Type.StartsWith("AWS::ElastiCache", StringComparison.Ordinal) ? "6379" : "3306",
    };

    /// <summary>A pattern in brackets is a list.</summary>
    private static Node Parse(string text) => text.StartsWith('[') ? Node.List(text.Trim('[', ']').Split(';').Select(Node.Text)) : Node.Text(text);

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Slot();
}
