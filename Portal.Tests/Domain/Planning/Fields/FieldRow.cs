using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning.Fields;

/// <summary>One field of the sheet, changed, and what has to be seen of it.</summary>
/// <param name="Path">The field.</param>
/// <param name="Given">Edits to the default sheet that both plans have.</param>
/// <param name="Change">The edit of the field alone.</param>
/// <param name="Sees">Whether the plan without the change and the one with it differ as expected.</param>
internal sealed record FieldRow(string Path, (string Find, string Write)[] Given, (string Find, string Write) Change, Func<Plan, Plan, bool> Sees)
{
    public Stage Stage { get; init; } = Stage.Production;

    /// <summary>Whether the difference is in the stacks, which take longer to compose.</summary>
    public bool InStacks { get; init; }

    public string Name => $"{Path}: {Change.Write.Replace("\n", " ", StringComparison.Ordinal)}";

    public Plan Before => Of(Given);

    public Plan After => Of([.. Given, Change]);

    private Plan Of((string, string)[] edits)
    {
        var sheet = Make.Sheet(Stage, edits);
        return InStacks ? Designs.Run(sheet).Plan : Designs.Of(sheet);
    }
}
