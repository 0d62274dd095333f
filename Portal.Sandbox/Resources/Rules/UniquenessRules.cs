using Portal.Sandbox.CloudFormation.Stacks;

namespace Portal.Sandbox.Resources.Rules;

/// <summary>Names that somebody else has, and things an account and region can have only one of.</summary>
internal static class UniquenessRules
{
    private static readonly HashSet<string> GloballyNamed = ["AWS::S3::Bucket"];
    private static readonly HashSet<string> AccountNamed = ["AWS::IAM::Role", "AWS::IAM::InstanceProfile", "AWS::IAM::ManagedPolicy", "AWS::IAM::User", "AWS::IAM::Group"];

    private static readonly Dictionary<string, string> Singletons = new()
    {
        ["AWS::Config::ConfigurationRecorder"] = "Failed to put configuration recorder because the maximum number of configuration recorders: 1 is reached.",
        ["AWS::Config::DeliveryChannel"] = "Failed to put delivery channel because the maximum number of delivery channels: 1 is reached.",
        ["AWS::GuardDuty::Detector"] = "The request is rejected because a detector already exists for the current account.",
        ["AWS::SecurityHub::Hub"] = "Account is already subscribed to Security Hub",
    };

    public static string? Singleton(StandingResources standing, StackState stack, ResourceState resource) =>
        resource.PhysicalId is null && Singletons.TryGetValue(resource.Type, out var message) && standing.Around(stack).Any(r => r.Type == resource.Type)
            ? Refusals.Handler(message, "AlreadyExists")
            : null;

    /// <summary>Only where the template gives the name: invented ones are unique.</summary>
    public static string? NameTaken(StandingResources standing, StackState stack, ResourceState wanted, string physicalId)
    {
        if (ResourceCatalogue.Get(wanted.Type).Identifier is not [var name] || wanted.PropertyNode[name] is null) return null;
        var others = standing.Stacks.Where(s => GloballyNamed.Contains(wanted.Type) || s.Account == stack.Account && (AccountNamed.Contains(wanted.Type) || s.Region == stack.Region));
        return others.Any(s => standing.In(s).Any(r => r.Type == wanted.Type && r.PhysicalId == physicalId && (s.Id != stack.Id || r.LogicalId != wanted.LogicalId)))
            ? Refusals.Handler($"Resource of type '{wanted.Type}' with identifier '{physicalId}' already exists.", "AlreadyExists")
            : null;
    }
}
