using Portal.Domain.Planning.Document;

namespace Portal.Domain.Planning.Search.Refusals;

/// <summary>Something that cannot be had anywhere, and the changes of the sheet that give it; the first is the one that is nearest to what was asked.</summary>
internal sealed record Gap(Refusal Refusal, params IReadOnlyList<Edit> Edits);
