using System.Text;
using System.Xml.Linq;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation;

/// <summary>A hundred of a list, and the token for the rest. The position counts in a list that only grows at its end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken)
{
    public XElement? Token => Xml.Value("NextToken", NextToken);
}

public static class Page
{
    private const int Size = 100;

    /// <summary>Oldest first, from where the last page ended.</summary>
    public static Page<T> Forward<T>(AwsCall call, IReadOnlyList<T> all)
    {
        var start = Position(call, 0);
        return new Page<T>([.. all.Skip(start).Take(Size)], start + Size < all.Count ? Encode(call, start + Size) : null);
    }

    /// <summary>Newest first; what is appended between two pages shifts nothing.</summary>
    public static Page<T> Backward<T>(AwsCall call, IReadOnlyList<T> all)
    {
        var end = Math.Min(Position(call, all.Count), all.Count);
        var start = Math.Max(0, end - Size);
        return new Page<T>([.. all.Skip(start).Take(end - start).Reverse()], start > 0 ? Encode(call, start) : null);
    }

    private static string Encode(AwsCall call, int position) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{call.Operation}|{call.Query["StackName"]}|{position}"));

    private static int Position(AwsCall call, int first)
    {
        if (call.Query["NextToken"] is not { } token) return first;
        var bytes = new byte[token.Length];
        var text = Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        return text.Split('|') is [var operation, var stack, var position] && operation == call.Operation && stack == (call.Query["StackName"] ?? "") && int.TryParse(position, out var at)
            ? at
            : throw AwsException.Validation("Invalid NextToken");
    }
}
