using Portal.Domain.Requests;

namespace Portal.Domain.Controls;

/// <summary>Judges an environment by the programmes it is bound to. The same input gives the same findings in the same order.</summary>
public static class ControlEvaluator
{
    /// <summary>One finding a control, programme by programme in the order of the contract, controls in the order of their files.</summary>
    /// <param name="programmes">The programmes that the sheet names.</param>
    /// <param name="environment">What would be deployed.</param>
    /// <remarks>What people waive stands beside the findings (<see cref="ControlStanding"/>).</remarks>
    public static IReadOnlyList<Finding> Evaluate(IReadOnlyList<ComplianceProgram> programmes, ControlledEnvironment environment)
    {
        var inventory = new Inventory(environment);
        var outcomes = new Dictionary<string, CheckOutcome>(StringComparer.Ordinal);
        CheckOutcome Outcome(string check) => outcomes.TryGetValue(check, out var known) ? known : outcomes[check] = ControlChecks.Look(check, inventory);

        return [.. programmes.Distinct().Order().SelectMany(ControlCatalogue.Of).Select(control => Judge(control, Outcome))];
    }

    private static Finding Judge(Control control, Func<string, CheckOutcome> outcome)
    {
        if (control.IsOrganisational)
        {
            return new Finding(control.Id, control.Title, FindingStatus.Organisational, []) { Action = control.People };
        }

        var outcomes = control.Checks.Select(outcome).ToList();
        if (outcomes.TrueForAll(each => each.Holds))
        {
            var isPeoples = outcomes.Exists(each => each.IsPeoples);
            return new Finding(control.Id, control.Title, isPeoples ? FindingStatus.Organisational : FindingStatus.Satisfied, isPeoples ? [] : Sorted(outcomes.SelectMany(each => each.Proof)))
            {
                Action = NullIfEmpty(string.Join(' ', outcomes.SelectMany(each => each.Remarks).Distinct(StringComparer.Ordinal).Prepend(control.People).Where(text => text.Length > 0))),
            };
        }

        var faults = outcomes.SelectMany(each => each.Faults).ToList();
        var where = Sorted(faults.Select(fault => fault.Where).OfType<Evidence>());
        var why = string.Join("; ", faults.Select(fault => fault.Why).Distinct(StringComparer.Ordinal));
        return new Finding(control.Id, control.Title, FindingStatus.Failed, where) { Action = Sentence(why) };
    }

    private static IReadOnlyList<Evidence> Sorted(IEnumerable<Evidence> evidence) =>
        [.. evidence.Distinct().OrderBy(each => each.Stack, StringComparer.Ordinal).ThenBy(each => each.Resource, StringComparer.Ordinal)];

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..] + ".";

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
