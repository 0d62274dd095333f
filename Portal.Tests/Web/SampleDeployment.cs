using Portal.Data.Deployments;
using Portal.Data.Environments;
using Portal.Domain.Costs;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Requests;

namespace Portal.Tests.Web;

/// <summary>An environment and its deployment in any state, for what shows them.</summary>
internal static class SampleDeployment
{
    public static DateTimeOffset Start { get; } = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public static EnvironmentView Environment(EnvironmentState state = EnvironmentState.Deploying, Stage stage = Stage.Production) => new()
    {
        Id = EnvironmentId.New(Start),
        Team = "storefront",
        Name = "shop",
        Stage = stage,
        CostCenter = "CC-1042",
        State = state,
        Region = SamplePlan.Region,
        Account = "111122223333",
        RequestId = RequestId.New(Start),
        Revision = 1,
        EstimateUsd = Money.FromUsd(1234),
        BudgetUsd = Money.FromUsd(2000),
        CreatedAt = Start,
        UpdatedAt = Start,
    };

    public static DeploymentView Of(DeploymentState state, params StackDeploymentView[] stacks) => new()
    {
        Id = DeploymentId.New(Start),
        Kind = DeploymentKind.Create,
        State = state,
        Attempt = 1,
        RequestedBy = "requester",
        CreatedAt = Start,
        StartedAt = Start,
        Stacks = stacks,
    };

    /// <summary>Seconds count from the start of the deployment.</summary>
    public static StackDeploymentView Stack(string name, StackPhase phase = StackPhase.Pending, int expected = 100, int? from = null, int? to = null, string? status = null, string? reason = null) => new()
    {
        Name = name,
        Account = "111122223333",
        Region = SamplePlan.Region,
        Module = name,
        Phase = phase,
        Status = status,
        StatusReason = reason,
        Outputs = new Dictionary<string, string>(),
        ExpectedSeconds = expected,
        StartedAt = from is { } f ? Start.AddSeconds(f) : null,
        EndedAt = to is { } t ? Start.AddSeconds(t) : null,
    };
}
