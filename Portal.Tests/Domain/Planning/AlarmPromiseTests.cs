using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Domain.Templates;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Planning;

/// <summary>Each choice of a plan has the alarms it needs, and each alarm a price.</summary>
public sealed class AlarmPromiseTests
{
    private static readonly IReadOnlyList<(VariedPlan Plan, IReadOnlyList<Watch> Watches)> Watched =
        [.. HundredPlans.All.Where(plan => plan.Plan.Stacks.Any(stack => stack.Module == "monitoring")).Select(plan => (plan, (IReadOnlyList<Watch>)[.. Watch.In(plan)]))];

    public static TheoryData<string> Choices => [.. AlarmPromises.All.Select(promise => promise.Choice)];

    [Fact]
    public void Plans_AreWatched_FromStagingOn() => Assert.All(HundredPlans.All.Where(plan => plan.Sheet.Metadata.Stage != Stage.Development), plan => Assert.Contains(Watched, watched => watched.Plan == plan));

    [Theory]
    [MemberData(nameof(Choices))]
    public void Choice_HasItsAlarms(string choice)
    {
        var promise = AlarmPromises.All.Single(each => each.Choice == choice);
        var things = Watched.SelectMany(watched => promise.Made(watched.Plan).Select(thing => (watched.Plan, watched.Watches, Thing: thing))).ToList();

        Assert.NotEmpty(things);
        Assert.Empty(from each in things
                     from metric in promise.Metrics
                     where !each.Watches.Any(watch => watch.Region == each.Thing.Region && watch.Metric == metric && watch.IsOf(each.Thing.Of) && watch.Tells.Contains(Topic(each.Plan, watch)))
                     select $"{each.Plan}: nobody in {each.Thing.Region} hears of {metric} of {string.Join(", ", each.Thing.Of.Values)}");
    }

    [Fact]
    public void Alarms_AreAllPromised() => Assert.Empty(Watched.SelectMany(watched =>
    {
        var promised = AlarmPromises.All.SelectMany(promise => promise.Made(watched.Plan).SelectMany(thing => promise.Metrics.Select(metric => (thing, metric)))).ToList();
        return watched.Watches.Where(watch => watch.Metric != AlarmPromises.Takeover && !promised.Exists(each => each.thing.Region == watch.Region && each.metric == watch.Metric && watch.IsOf(each.thing.Of)))
            .Select(watch => $"{watch.By} looks at {watch.Metric}, which no choice asks for");
    }));

    [Fact]
    public void Budget_TellsTheTopic() => Assert.All(Watched, watched =>
    {
        var budget = PlannedStack.In(watched.Plan).Single(stack => stack.Plan.Module == "cost").Resources.Single(resource => resource.Type == "AWS::Budgets::Budget");
        var notifications = ((TemplateList)budget.Properties["NotificationsWithSubscribers"]!).Items.Cast<TemplateMap>().ToList();

        Assert.Equal(["ACTUAL", "ACTUAL", "FORECASTED"], notifications.Select(each => each.Section("Notification").Text("NotificationType")));
        Assert.All(notifications, each => Assert.Contains(((TemplateList)each["Subscribers"]!).Items.Cast<TemplateMap>(), subscriber =>
            subscriber.Text("SubscriptionType") == "SNS" && budget.Stack.Value(subscriber["Address"]) == $"{GlobalStack(watched.Plan)}.GlobalTopicArn"));
    });

    [Fact]
    public void Alarms_AreBilled_StackByStack() => Assert.Empty(WholePlan.AlarmsNotBilled(PlannedStack.All));

    private static string? Topic(VariedPlan plan, Watch watch) => watch.By.Stack.Resources.Any(resource => resource.Type == "AWS::SNS::Topic")
        ? $"{watch.By.Stack.Plan.Name}.Topic"
        : plan.Plan.Stacks.Where(stack => stack.Module == "foundation" && stack.Region == watch.Region).Select(stack => $"{stack.Name}.TopicArn").SingleOrDefault();

    private static string GlobalStack(VariedPlan plan) => plan.Plan.Stacks.Single(stack => stack.Module == "monitoring-global").Name;
}
