using System.Net;
using Portal.Domain.Environments;
using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Requests;

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
        await Orders.StartAsync(bench.Database, id, Portal.Domain.Deployments.DeploymentKind.Destroy);
        await bench.BecomesAsync(id, EnvironmentState.Destroyed);
        Assert.All(await bench.Aws.StacksAsync(), s => Assert.Equal("DELETE_COMPLETE", s.Status));
    }
}
