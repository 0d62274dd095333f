using Portal.Domain;

namespace Portal.Web.Components.Requests;

/// <summary>The state behind the request form: the draft, what is wrong with it, and which fields the person has been at.</summary>
public sealed class SheetForm(string text)
{
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);

    public SheetDraft Draft { get; } = new(text);

    public IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>After an attempt to save, or in YAML, every fault is shown; before that only those of fields one has been at.</summary>
    public bool ShowsAll { get; set; }

    /// <summary>The content changed, by whichever view.</summary>
    public event Action? Changed;

    public void Set(string path, string? value)
    {
        Draft.Set(path, value);
        Touch(path);
    }

    public void SetList(string path, IEnumerable<string> values)
    {
        Draft.SetList(path, values);
        Touch(path);
    }

    public void Remove(string path)
    {
        Draft.Remove(path);
        Touch(path);
    }

    public void Replace(string newText)
    {
        Draft.Replace(newText);
        Changed?.Invoke();
    }

    /// <summary>What to say beside the field.</summary>
    public IReadOnlyList<Problem> FaultsAt(string path) =>
        ShowsAll || touched.Contains(path) ? [.. Problems.Where(p => Concerns(p.Path, path))] : [];

    /// <summary>How many of the shown faults lie behind a section.</summary>
    public int FaultsIn(SheetSection section) =>
        Problems.Count(p => SheetSection.Of(p.Path) == section && (ShowsAll || touched.Any(t => Concerns(p.Path, t))));

    /// <summary>A fault of a list's item or of a group's missing field belongs to that list or group.</summary>
    private static bool Concerns(string problem, string field) =>
        problem == field || problem.StartsWith(field + "[", StringComparison.Ordinal) || problem.StartsWith(field + ".", StringComparison.Ordinal);

    private void Touch(string path)
    {
        touched.Add(path);
        Changed?.Invoke();
    }
}
