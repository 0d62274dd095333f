using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Facts;

/// <summary>
/// An arithmetic expression of <c>capacity.json</c> over named inputs: <c>+ - * /</c>, brackets, <c>MAX MIN LEAST CEIL</c> and <c>condition ? a : b</c>
/// (a condition is an input that is not zero).
/// </summary>
public sealed partial class FactFormula
{
    private readonly Func<IReadOnlyDictionary<string, decimal>, decimal> evaluate;

    private FactFormula(string text, Func<IReadOnlyDictionary<string, decimal>, decimal> evaluate)
    {
        Text = text;
        this.evaluate = evaluate;
    }

    public string Text { get; }

    /// <exception cref="FormatException">The text is not such an expression.</exception>
    public static FactFormula Parse(string text)
    {
        var tokens = Tokens().Matches(text).Select(match => match.Value).ToList();
        if (string.Concat(tokens) != text.Replace(" ", "", StringComparison.Ordinal))
        {
            throw new FormatException($"Not a formula: {text}");
        }

        var parser = new Parser(tokens, text);
        return new FactFormula(text, parser.Whole());
    }

    /// <exception cref="KeyNotFoundException">An input is missing.</exception>
    public decimal Evaluate(params IReadOnlyList<(string Name, decimal Value)> inputs) =>
        evaluate(inputs.ToDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal));

    [GeneratedRegex(@"[A-Za-z_][A-Za-z_0-9]*|[0-9]+(\.[0-9]+)?|[-+*/(),?:]")]
    private static partial Regex Tokens();

    private sealed class Parser(List<string> tokens, string text)
    {
        private int next;

        public Func<IReadOnlyDictionary<string, decimal>, decimal> Whole()
        {
            var whole = Choice();
            return next == tokens.Count ? whole : throw Unexpected();
        }

        private Func<IReadOnlyDictionary<string, decimal>, decimal> Choice()
        {
            var condition = Sum();
            if (!Take("?"))
            {
                return condition;
            }

            var yes = Choice();
            Expect(":");
            var no = Choice();
            return inputs => condition(inputs) != 0 ? yes(inputs) : no(inputs);
        }

        private Func<IReadOnlyDictionary<string, decimal>, decimal> Sum()
        {
            var left = Product();
            while (next < tokens.Count && tokens[next] is "+" or "-")
            {
                var (one, sign) = (left, tokens[next++] == "+" ? 1 : -1);
                var other = Product();
                left = inputs => one(inputs) + (sign * other(inputs));
            }

            return left;
        }

        private Func<IReadOnlyDictionary<string, decimal>, decimal> Product()
        {
            var left = Atom();
            while (next < tokens.Count && tokens[next] is "*" or "/")
            {
                var (one, times) = (left, tokens[next++] == "*");
                var other = Atom();
                left = times ? inputs => one(inputs) * other(inputs) : inputs => one(inputs) / other(inputs);
            }

            return left;
        }

        private Func<IReadOnlyDictionary<string, decimal>, decimal> Atom()
        {
            if (Take("("))
            {
                var inner = Choice();
                Expect(")");
                return inner;
            }

            var token = next < tokens.Count ? tokens[next++] : throw Unexpected();
            if (char.IsAsciiDigit(token[0]))
            {
                var number = decimal.Parse(token, CultureInfo.InvariantCulture);
                return _ => number;
            }

            return Take("(") ? Call(token, Arguments()) : inputs => inputs[token];
        }

        private List<Func<IReadOnlyDictionary<string, decimal>, decimal>> Arguments()
        {
            var arguments = new List<Func<IReadOnlyDictionary<string, decimal>, decimal>> { Choice() };
            while (Take(","))
            {
                arguments.Add(Choice());
            }

            Expect(")");
            return arguments;
        }

        private Func<IReadOnlyDictionary<string, decimal>, decimal> Call(string function, List<Func<IReadOnlyDictionary<string, decimal>, decimal>> arguments) => function switch
        {
            "MAX" => inputs => arguments.Max(argument => argument(inputs)),
            "MIN" or "LEAST" => inputs => arguments.Min(argument => argument(inputs)),
            "CEIL" when arguments.Count == 1 => inputs => Math.Ceiling(arguments[0](inputs)),
            _ => throw Unexpected(),
        };

        private bool Take(string token)
        {
            var found = next < tokens.Count && tokens[next] == token;
            next += found ? 1 : 0;
            return found;
        }

        private void Expect(string token)
        {
            if (!Take(token))
            {
                throw Unexpected();
            }
        }

        private FormatException Unexpected() => new($"Not a formula at token {next}: {text}");
    }
}
