using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Worker.Deployments;

/// <summary>Each of a hundred plans comes up in graph order and goes down again.</summary>
public sealed class HundredDeploymentTests
{
    /// <summary>Minutes of AWS in a millisecond.</summary>
    private const double Speed = 200_000;

    [Fact]
    public async Task Plans_ComeUp_AndGoDownWithoutALeftover()
    {
        var troubles = new System.Collections.Concurrent.ConcurrentQueue<string>();

        await Parallel.ForEachAsync(HundredPlans.All, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (plan, _) =>
        {
            foreach (var trouble in await TroublesAsync(plan.Folder))
                troubles.Enqueue($"{plan}: {trouble}");
        });

        Assert.True(troubles.IsEmpty, string.Join('\n', troubles.Order(StringComparer.Ordinal)));
    }

    private static async Task<IReadOnlyList<string>> TroublesAsync(PlanFolder folder)
    {
        await using var aws = await SimulatedAws.StartAsync(Speed);
        var worker = new BareWorker(aws.Clients, folder);

        if (await worker.RunAsync(DeploymentKind.Create) is { State: not DeploymentState.Succeeded } failed)
            return [$"{failed.State} on the way up: {failed.FirstCause}"];
        var troubles = Standing(folder, await aws.StacksAsync(), await aws.JournalAsync()).ToList();

        if (await worker.RunAsync(DeploymentKind.Destroy) is { State: not DeploymentState.Succeeded } stuck)
            return [.. troubles, $"{stuck.State} on the way down: {stuck.FirstCause}"];
        return [.. troubles, .. Left(folder, await aws.StacksAsync())];
    }

    private static IEnumerable<string> Standing(PlanFolder folder, IReadOnlyList<StackTruth> stacks, IReadOnlyList<JournalLine> journal)
    {
        if (!stacks.Select(stack => stack.Name).Order(StringComparer.Ordinal).SequenceEqual(folder.Plan.Stacks.Select(stack => stack.Name).Order(StringComparer.Ordinal)))
            yield return "other stacks stand than were planned";
        foreach (var stack in stacks.Where(stack => stack.Status != "CREATE_COMPLETE"))
            yield return $"{stack.Name} is {stack.Status}";
        foreach (var stack in folder.Plan.Stacks.Where(stack => stacks.Single(each => each.Name == stack.Name).TerminationProtection != stack.TerminationProtection))
            yield return $"{stack.Name} is not protected as planned";

        var begun = journal.Where(line => line is { Operation: "ExecuteChangeSet", Outcome: "accepted" }).Select(line => line.Stack!).ToList();
        foreach (var stack in folder.Plan.Stacks)
        {
            foreach (var early in stack.DependsOn.Where(other => begun.IndexOf(other) > begun.IndexOf(stack.Name)))
                yield return $"{stack.Name} was begun before {early}";
        }
    }

    /// <summary>What still stands though no deletion policy keeps it.</summary>
    private static IEnumerable<string> Left(PlanFolder folder, IReadOnlyList<StackTruth> stacks)
    {
        foreach (var stack in stacks.Where(stack => stack.Status != "DELETE_COMPLETE"))
            yield return $"{stack.Name} is left in {stack.Status}";
        foreach (var stack in stacks)
        {
            var resources = TemplateReader.Read(folder.Template(folder.Plan.Stacks.Single(each => each.Name == stack.Name))).Section("Resources");
            foreach (var resource in stack.Resources.Where(resource => resource.Status != "DELETE_COMPLETE" && resources.Section(resource.LogicalId).Text("DeletionPolicy") != "Retain"))
                yield return $"{stack.Name}/{resource.LogicalId} is left in {resource.Status}";
        }
    }
}
