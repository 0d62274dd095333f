using Portal.Domain.Deployments;
using Portal.Domain.Planning.Document;

namespace Portal.Tests.Domain.Deployments;

/// <summary>Thousands of seeded lives of the step function against an in-memory CloudFormation, with trouble at every point.</summary>
public sealed class DeploymentSimulationTests
{
    private const int Seeds = 400;

    /// <summary>Chance of trouble at each point, and chance that a creation or deletion fails.</summary>
    public static TheoryData<double, double> Worlds => new() { { 0, 0 }, { 0.1, 0 }, { 0.2, 0 }, { 0.02, 0.2 }, { 0.15, 0.2 } };

    [Theory]
    [MemberData(nameof(Worlds))]
    public void B40_AnyLife_ExecutesEachStackAtMostOnce_AndEndsWithAReason(double trouble, double mishap)
    {
        foreach (var seed in Enumerable.Range(1, Seeds))
        {
            var (cloud, worker, stacks) = World(seed, trouble, mishap);

            var ended = worker.Run(TinyPlan.Deployment(stacks, DeploymentKind.Create, seed));

            AtMostOnce(cloud, seed);
            HasEnded(ended, seed);
            KnowsEverything(cloud, ended, seed);
            if (mishap == 0)
                Assert.True(ended.State == DeploymentState.Succeeded, $"seed {seed}: {ended.FirstCause}");
            if (ended.State == DeploymentState.Succeeded)
                Assert.All(stacks, plan => Assert.Equal(("CREATE_COMPLETE", plan.TerminationProtection, plan.StackPolicy), (cloud.Find(plan.Name)!.Status, cloud.Find(plan.Name)!.Protected, cloud.Find(plan.Name)!.HasPolicy)));
        }
    }

    [Fact]
    public void B14_RetryAfterFailure_KeepsWhatStands_AndBringsTheRestUp()
    {
        foreach (var seed in Enumerable.Range(1, Seeds))
        {
            var (cloud, worker, stacks) = World(seed, trouble: 0.05, mishap: 0.3);
            var model = worker.Run(TinyPlan.Deployment(stacks, DeploymentKind.Create, seed));
            for (var retry = 0; retry < 40 && model.State == DeploymentState.Failed; retry++)
            {
                var kept = cloud.Standing.Where(s => s.Status == "CREATE_COMPLETE").Select(s => s.Id).ToList();

                model = worker.Run(TinyPlan.Deployment(stacks, DeploymentKind.Create, seed, model));

                Assert.All(kept, id => Assert.Equal("CREATE_COMPLETE", cloud.Find(id)!.Status));
                AtMostOnce(cloud, seed);
            }

            Assert.True(model.State == DeploymentState.Succeeded, $"seed {seed}: {model.FirstCause}");
        }
    }

    [Fact]
    public void Destroy_AfterAnyLife_LeavesNothing()
    {
        foreach (var seed in Enumerable.Range(1, Seeds))
        {
            var (cloud, worker, stacks) = World(seed, trouble: 0.1, mishap: 0.2);
            var model = worker.Run(TinyPlan.Deployment(stacks, DeploymentKind.Create, seed));
            do
            {
                model = worker.Run(TinyPlan.Deployment(stacks, DeploymentKind.Destroy, seed, model));
                HasEnded(model, seed);
            }
            while (model.State == DeploymentState.Failed && model.Attempt < 40);

            Assert.True(model.State == DeploymentState.Succeeded, $"seed {seed}: {model.FirstCause}");
            Assert.Empty(cloud.Standing);
        }
    }

    [Fact]
    public void B34_CancelAtAnyStep_StartsNothingNew_AndEndsWithANextAction()
    {
        foreach (var seed in Enumerable.Range(1, Seeds))
        {
            var random = new Random(seed);
            var cloud = new TinyCloud(random);
            var worker = new TinyWorker(cloud, random, trouble: 0.1) { CancelAfter = seed % 40 };

            var ended = worker.Run(TinyPlan.Deployment(TinyPlan.Stacks(random), DeploymentKind.Create, seed));

            HasEnded(ended, seed);
            KnowsEverything(cloud, ended, seed);
            Assert.True(worker.BegunAfterCancel == 0, $"seed {seed}: something began after the order to stop");
            Assert.DoesNotContain(cloud.Standing, s => s.Status.StartsWith("CREATE_IN", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void SameSeed_GivesTheSameLife()
    {
        var lives = Enumerable.Range(0, 2).Select(_ =>
        {
            var (cloud, worker, stacks) = World(seed: 7, trouble: 0.2, mishap: 0.2);
            var ended = worker.Run(TinyPlan.Deployment(stacks, DeploymentKind.Create, 7));
            return (ended.State, ended.FirstCause, worker.Now, cloud.Executions.Count);
        }).ToList();

        Assert.Equal(lives[0], lives[1]);
    }

    private static (TinyCloud Cloud, TinyWorker Worker, IReadOnlyList<StackPlan> Stacks) World(int seed, double trouble, double mishap)
    {
        var random = new Random(seed);
        var cloud = new TinyCloud(random) { Mishap = mishap };
        return (cloud, new TinyWorker(cloud, random, trouble), TinyPlan.Stacks(random));
    }

    /// <summary>I1: a change set's name is one deployment's, so one execution of it a stack is one an approved step.</summary>
    private static void AtMostOnce(TinyCloud cloud, int seed) =>
        Assert.True(cloud.Executions.Count == cloud.Executions.Distinct().Count(), $"seed {seed}: executed twice: {string.Join(", ", cloud.Executions)}");

    /// <summary>I6.</summary>
    private static void HasEnded(DeploymentModel ended, int seed)
    {
        Assert.True(ended.IsOver, $"seed {seed} did not end: {string.Join(", ", ended.Stacks.Values.Select(s => $"{s.Name} {s.Phase} {s.Status}"))}");
        if (ended.State != DeploymentState.Succeeded)
            Assert.False(string.IsNullOrEmpty(ended.FirstCause) || string.IsNullOrEmpty(ended.NextAction), $"seed {seed}: no reason or no next action");
    }

    /// <summary>I2.</summary>
    private static void KnowsEverything(TinyCloud cloud, DeploymentModel ended, int seed)
    {
        var known = ended.Stacks.Values.Select(s => s.StackId).ToHashSet();
        Assert.All(cloud.Standing, s => Assert.True(known.Contains(s.Id), $"seed {seed}: {s.Name} in {s.Status} is not known to the database"));
    }
}
