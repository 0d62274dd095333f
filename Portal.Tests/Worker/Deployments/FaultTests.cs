using Microsoft.EntityFrameworkCore;
using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Data.Requests;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Requests;
using Portal.Tests.Processes;
using Portal.Worker.Aws.CloudFormation;

namespace Portal.Tests.Worker.Deployments;

/// <summary>The engine against scripted trouble on the wire and in the account.</summary>
public sealed class FaultTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Theory]
    [InlineData("CreateChangeSet")]
    [InlineData("ExecuteChangeSet")]
    [InlineData("UpdateTerminationProtection")]
    [InlineData("SetStackPolicy")]
    public async Task B04_LostResponse_IsReadBack_AndNothingHappensTwice(string operation)
    {
        await using var bench = await Bench.OfAsync();
        await bench.Aws.FaultAsync(new { operation, nth = 1, count = 1, effect = "lost-response" });
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());

        await bench.WorkAsync();
        await bench.BecomesAsync(id, EnvironmentState.Running);

        var executed = (await bench.Aws.JournalAsync()).Where(j => j is { Operation: "ExecuteChangeSet", Outcome: "accepted" }).Select(j => j.Stack!);
        Assert.Equal(SmallShop.Stacks.Order(), executed.Order());
        await using var db = bench.Database.Open();
        Assert.DoesNotContain(await db.Set<IntentRow>().ToListAsync(), i => i.Outcome is null or IntentOutcome.Unknown);
    }

    [Fact]
    public async Task B04_LostResponseOfADeletion_EndsInDestroyed()
    {
        await using var bench = await Bench.OfAsync();
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());
        await bench.WorkAsync();
        await bench.BecomesAsync(id, EnvironmentState.Running);
        await bench.Aws.FaultAsync(new { operation = "DeleteStack", nth = 1, count = 2, effect = "lost-response" });

        await Orders.AskAsync(bench.Database, id, RequestKind.Destroy);
        await bench.BecomesAsync(id, EnvironmentState.Destroyed);

        Assert.All(await bench.Aws.StacksAsync(), s => Assert.Equal("DELETE_COMPLETE", s.Status));
    }

    [Theory]
    [InlineData("DescribeStackEvents")]
    [InlineData("DescribeStacks")]
    [InlineData("ExecuteChangeSet")]
    public async Task B07_Throttling_DelaysButNeverFails_AndNoEventIsMissed(string operation)
    {
        await using var bench = await Bench.OfAsync();
        await bench.Aws.FaultAsync(new { operation, nth = 1, count = 6, effect = "throttle" });
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());

        await bench.WorkAsync();
        await bench.BecomesAsync(id, EnvironmentState.Running);

        var stored = (await bench.Database.Get<EventStore>().NewestAsync(id, 1000, CancellationToken.None)).Where(e => e.Kind != EventKind.State).Select(e => e.EventId);
        Assert.Equal((await bench.Aws.EventIdsAsync()).Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task B14_FailedResource_IsTheFirstCause_AndRetryKeepsWhatStands()
    {
        await using var bench = await Bench.OfAsync();
        await bench.Aws.FaultAsync(new { logicalId = "Group", effect = "fail", reason = "the group's name is taken" });
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());
        await bench.WorkAsync();
        await bench.BecomesFailedAsync(id);
        var failed = await Orders.DeploymentAsync(bench.Database, id);
        var kept = (await bench.Aws.StacksAsync()).Where(s => s.Status == "CREATE_COMPLETE").ToDictionary(s => s.Name, s => s.Id);
        Assert.Equal(DeploymentState.Failed, failed.State);
        Assert.Contains("Group (AWS::EC2::SecurityGroup) could not be created: ", failed.FirstCause, StringComparison.Ordinal);
        Assert.Contains("the group's name is taken", failed.FirstCause, StringComparison.Ordinal);
        Assert.Contains("retry", failed.NextAction, StringComparison.Ordinal);
        Assert.Contains(SmallShop.Name("network"), kept.Keys);

        await bench.Aws.NoFaultsAsync();
        await Orders.AskAsync(bench.Database, id, RequestKind.Retry);
        await bench.BecomesAsync(id, EnvironmentState.Running);

        var standing = (await bench.Aws.StacksAsync()).Where(s => s.Status == "CREATE_COMPLETE").ToDictionary(s => s.Name, s => s.Id);
        Assert.Equal(SmallShop.Stacks.Order(), standing.Keys.Order());
        Assert.All(kept, k => Assert.Equal(k.Value, standing[k.Key]));
    }

    [Fact]
    public async Task B24_ForeignStackOfTheSameName_IsLeftAlone()
    {
        await using var bench = await Bench.OfAsync();
        var api = bench.Aws.Api.CloudFormation;
        var foreign = await api.CreateChangeSetAsync(
            new NewChangeSet { Stack = SmallShop.Name("data"), Type = ChangeSetType.Create, Name = "somebody-elses", Token = "t1", TemplateBody = "Resources:\n  T:\n    Type: AWS::SNS::Topic\n" },
            CancellationToken.None);
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());

        await bench.WorkAsync();
        await bench.BecomesFailedAsync(id);

        Assert.Contains("the portal did not make it", (await Orders.DeploymentAsync(bench.Database, id)).FirstCause, StringComparison.Ordinal);
        Assert.Equal("REVIEW_IN_PROGRESS", (await bench.Aws.StacksAsync()).Single(s => s.Id == foreign.StackId).Status);
    }

    [Fact]
    public async Task B21_AccessDenied_WaitsForAPerson_AndGoesOnByItself()
    {
        await using var bench = await Bench.OfAsync();
        await bench.Aws.FaultAsync(new { operation = "DescribeStacks", nth = 1, count = 10000, effect = "error-before", status = 403, code = "AccessDenied" });
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());
        await bench.WorkAsync();
        var waiting = await bench.BecomesAsync(id, EnvironmentState.Waiting);
        Assert.Equal("credentials", waiting.WaitingFor!.Kind);
        Assert.Contains(SmallShop.Account, waiting.WaitingFor.Todo, StringComparison.Ordinal);

        await bench.Aws.NoFaultsAsync();
        await bench.BecomesAsync(id, EnvironmentState.Running);

        Assert.Null((await Orders.EnvironmentAsync(bench.Database, id)).WaitingFor);
    }

    [Fact]
    public async Task B34_Cancel_StartsNothingNew_AndLetsSettleWhatRuns()
    {
        await using var bench = await Bench.OfAsync(speed: 5);
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());
        await bench.WorkAsync();
        await Eventually.BeAsync(async () => (await bench.Aws.JournalAsync()).Any(j => j is { Operation: "ExecuteChangeSet", Outcome: "accepted", Stack: { } stack } && stack == SmallShop.Name("network")), Patience, () => "The network never began.");

        Assert.NotNull(await bench.Database.Get<EnvironmentStore>().CancelAsync(id, CancellationToken.None));
        await bench.Aws.SpeedAsync(600);
        await bench.BecomesFailedAsync(id);

        var ended = await Orders.DeploymentAsync(bench.Database, id);
        Assert.Equal(DeploymentState.Cancelled, ended.State);
        Assert.NotNull(ended.NextAction);
        var stacks = await bench.Aws.StacksAsync();
        Assert.Equal("CREATE_COMPLETE", stacks.Single(s => s.Name == SmallShop.Name("network")).Status);
        Assert.DoesNotContain(stacks, s => s.Name == SmallShop.Name("app"));
    }

    [Fact]
    public async Task I3_TemplateChangedAfterTheSignature_IsNotDeployed()
    {
        await using var bench = await Bench.OfAsync();
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());
        await using (var db = bench.Database.Open())
        {
            await db.Set<RevisionFileRow>().Where(f => f.Path.StartsWith("stacks/") && f.Path.Contains("data")).ExecuteUpdateAsync(s => s.SetProperty(f => f.Content, f => f.Content + "\n# more\n"));
        }

        await bench.WorkAsync();
        await bench.BecomesFailedAsync(id);

        Assert.Contains("is not what was signed", (await Orders.DeploymentAsync(bench.Database, id)).FirstCause, StringComparison.Ordinal);
        Assert.Empty(await bench.Aws.StacksAsync());
    }

    [Fact]
    public async Task I3_DestroyOfProductionWithoutASignature_IsNotDone()
    {
        await using var bench = await Bench.OfAsync();
        var id = await Orders.CreateAsync(bench.Database, SmallShop.Folder());
        await bench.WorkAsync();
        await bench.BecomesAsync(id, EnvironmentState.Running);

        await Orders.StartAsync(bench.Database, id, DeploymentKind.Destroy);
        await bench.BecomesFailedAsync(id);

        Assert.Contains("Nobody has signed", (await Orders.DeploymentAsync(bench.Database, id)).FirstCause, StringComparison.Ordinal);
        Assert.All(await bench.Aws.StacksAsync(), s => Assert.Equal("CREATE_COMPLETE", s.Status));
    }
}
