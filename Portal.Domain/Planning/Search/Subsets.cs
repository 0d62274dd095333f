namespace Portal.Domain.Planning.Search;

/// <summary>Subsets in a fixed order: by the positions of what they hold.</summary>
internal static class Subsets
{
    /// <summary>All that hold <paramref name="count"/> items.</summary>
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> items, int count)
    {
        if (count == 0)
        {
            yield return [];
            yield break;
        }

        for (var first = 0; first <= items.Count - count; first++)
        {
            foreach (var rest in Of([.. items.Skip(first + 1)], count - 1))
            {
                yield return [items[first], .. rest];
            }
        }
    }

    /// <summary>All that hold something, smallest first.</summary>
    public static IEnumerable<IReadOnlyList<T>> Growing<T>(IReadOnlyList<T> items) => Enumerable.Range(1, items.Count).SelectMany(count => Of(items, count));
}
