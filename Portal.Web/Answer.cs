using System.Diagnostics.CodeAnalysis;
using Portal.Domain;

namespace Portal.Web;

/// <summary>What a service says to a page or to the API: the value, or one of the four ways of saying no.</summary>
/// <example><c>answer is { IsOk: true, Value: var request }</c>, or a switch over <see cref="Kind"/>.</example>
public sealed record Answer<T> where T : class
{
    internal Answer(AnswerKind kind, T? value, IReadOnlyList<Problem> problems)
    {
        Kind = kind;
        Value = value;
        Problems = problems;
    }

    public AnswerKind Kind { get; }

    public T? Value { get; }

    /// <summary>Empty with <see cref="AnswerKind.Ok"/> and <see cref="AnswerKind.NotFound"/>.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsOk => Kind == AnswerKind.Ok;

#pragma warning disable CA2225 // Answer.Ok and the like are the named forms.
    public static implicit operator Answer<T>(T value) => new(AnswerKind.Ok, value, []);

    public static implicit operator Answer<T>(No no) => new(no.Kind, null, no.Problems);
#pragma warning restore CA2225

    /// <summary>The same "no" to a question of another type.</summary>
    public No AsNo() => IsOk ? throw new InvalidOperationException("The answer was yes.") : new No(Kind, Problems);
}

public enum AnswerKind
{
    Ok,

    /// <summary>There is none, or none that you may know of.</summary>
    NotFound,
    Forbidden,

    /// <summary>It moved since you looked, or its state does not allow it.</summary>
    Conflict,

    /// <summary>What was handed in has faults, all of them listed.</summary>
    Invalid,
}

/// <summary>A refusal before it is known what was asked for; turns into every <see cref="Answer{T}"/>.</summary>
public sealed record No(AnswerKind Kind, IReadOnlyList<Problem> Problems);

/// <summary>Makes answers.</summary>
public static class Answer
{
    public static No NotFound { get; } = new(AnswerKind.NotFound, []);

    public static Answer<T> Ok<T>(T value) where T : class => new(AnswerKind.Ok, value, []);

    public static No Forbidden(Problem why) => new(AnswerKind.Forbidden, [why]);

    public static No Conflict(params IReadOnlyList<Problem> why) => new(AnswerKind.Conflict, why);

    public static No Invalid(params IReadOnlyList<Problem> problems) => new(AnswerKind.Invalid, problems);
}
