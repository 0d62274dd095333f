using System.Diagnostics.CodeAnalysis;

namespace Portal.Domain;

/// <summary>A value, or every problem that stood in its way. Expected refusals travel as this; bugs are exceptions.</summary>
public sealed class Result<T> where T : class
{
    private Result(T? value, IReadOnlyList<Problem> problems)
    {
        Value = value;
        Problems = problems;
    }

    public T? Value { get; }

    public IReadOnlyList<Problem> Problems { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsOk => Value is not null;

#pragma warning disable CA1000 // The factory reads best on the type: Result<Plan>.Ok(plan).
    public static Result<T> Ok(T value) => new(value, []);

    public static Result<T> No(params IReadOnlyList<Problem> problems) =>
        problems.Count == 0 ? throw new ArgumentException("A refusal names at least one problem.", nameof(problems)) : new(null, problems);
#pragma warning restore CA1000

    /// <summary>The value where a "no" would be a bug.</summary>
    public T Expect() => Value ?? throw new InvalidOperationException(string.Join(Environment.NewLine, Problems));
}
