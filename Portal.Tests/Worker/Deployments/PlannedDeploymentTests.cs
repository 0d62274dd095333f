using System.Net;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Tests.Domain.Planning;
using Portal.Tests.Domain.Planning.Sheets;
using Portal.Tests.Domain.Planning.Tiers;

namespace Portal.Tests.Worker.Deployments;

/// <summary>What the planner writes is what comes up.</summary>
public sealed class PlannedDeploymentTests
{
    [Fact]
    public async Task Plan_OfASmallSheet_ComesUpAndGoesDown()
    {
        await using var bench = await Bench.OfAsync(speed: 1200);
        var folder = PlanPipeline.Run(Make.Sheet(), IPNetwork.Parse("10.64.0.0/20"), AwsFacts.Embedded);
        Assert.True(folder.Plan.Feasible);
        var id = await Orders.CreateAsync(bench.Database, folder, Stage.Development);

        await bench.WorkAsync();
        await bench.BecomesAsync(id, EnvironmentState.Running);

        var stacks = await bench.Aws.StacksAsync();
        Assert.Equal(folder.Plan.Stacks.Select(s => s.Name).Order(), stacks.Select(s => s.Name).Order());
        Assert.All(stacks, s => Assert.Equal("CREATE_COMPLETE", s.Status));
        await Orders.StartAsync(bench.Database, id, DeploymentKind.Destroy);
        await bench.BecomesAsync(id, EnvironmentState.Destroyed);
        Assert.All(await bench.Aws.StacksAsync(), s => Assert.Equal("DELETE_COMPLETE", s.Status));
    }

    [Fact]
    public async Task Plan_WhoseObjectsUsersRead_ComesUpInBothRegionsAndGoesDown()
    {
        await using var aws = await SimulatedAws.StartAsync(speed: 200_000);
        var folder = Designs.Run(PublicObjectsTests.Copied());
        var worker = new BareWorker(aws.Clients, folder);

        Assert.Equal(DeploymentState.Succeeded, (await worker.RunAsync(DeploymentKind.Create)).State);

        var stacks = await aws.StacksAsync();
        Assert.Equal(folder.Plan.Stacks.Select(stack => stack.Name).Order(), stacks.Select(stack => stack.Name).Order());
        Assert.Contains(stacks, stack => stack.Name.EndsWith("storage-replica", StringComparison.Ordinal));
        Assert.All(stacks, stack => Assert.Equal("CREATE_COMPLETE", stack.Status));
        Assert.Equal(DeploymentState.Succeeded, (await worker.RunAsync(DeploymentKind.Destroy)).State);
    }
}
