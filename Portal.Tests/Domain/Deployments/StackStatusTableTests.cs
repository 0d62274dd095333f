using Portal.Domain.Deployments;

namespace Portal.Tests.Domain.Deployments;

public sealed class StackStatusTableTests
{
    [Fact]
    public void All_AreTwentyThree_EachOnce_EachWithSomethingToDo()
    {
        Assert.Equal(23, StackStatusTable.All.Select(s => s.Name).Distinct().Count());
        Assert.Equal(23, StackStatusTable.All.Count);
        Assert.All(StackStatusTable.All, s => Assert.False(string.IsNullOrWhiteSpace(s.Todo)));
    }

    [Fact]
    public void WhatMayFollow_IsInTheTable_AndOnlyWhatIsGoneEndsThere()
    {
        var names = StackStatusTable.All.Select(s => s.Name).ToHashSet();

        Assert.All(StackStatusTable.All, s => Assert.Subset(names, s.MayFollow.ToHashSet()));
        Assert.Equal(["DELETE_COMPLETE"], StackStatusTable.All.Where(s => s.MayFollow.Count == 0).Select(s => s.Name));
    }

    [Fact]
    public void Moving_IsWhatIsInProgress_ReviewApart() => Assert.Equal(
        StackStatusTable.All.Where(s => s.Name.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) && s.Name != "REVIEW_IN_PROGRESS").Select(s => s.Name),
        StackStatusTable.All.Where(s => !s.Settled).Select(s => s.Name));

    [Fact]
    public void StatusOfTheFuture_IsWaitedFor() => Assert.False(StackStatusTable.Of("REHYDRATE_IN_PROGRESS").Settled);
}
