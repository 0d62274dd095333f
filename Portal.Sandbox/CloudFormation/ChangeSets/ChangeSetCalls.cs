using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Portal.Sandbox.CloudFormation.Stacks;
using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.ChangeSets;

/// <summary>The calls on change sets.</summary>
public sealed partial class ChangeSetCalls(ChangeSetTable changeSets, StackTables tables, StackFinder finder, StackEngine engine, ParameterBinding binding, ChangePlanner planner, TokenBook tokens, TemplateSource source)
{
    public AwsReply Create(AwsCall call)
    {
        var query = call.Query;
        var stackName = CloudFormationCall.NewStackName(query);
        var name = query.Required("ChangeSetName");
        if (!NameShape().IsMatch(name)) throw AwsException.Validation($"1 validation error detected: Value '{name}' at 'changeSetName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
        var token = CloudFormationCall.Token(query, "ClientToken");
        var stack = finder.Find(call, stackName) is { IsDeleted: false } living ? living : null;
        var subject = $"{stack?.Name ?? stackName}/{name}";
        if (tokens.Find(call, token, subject) is { Result: { } first } && changeSets.ById(first) is { } made) return Made(call, made).AsReplay();

        var isCreate = IsCreate(query, stack, stackName, name);
        var template = Template.Parse(source.Body(call, stack?.Input));
        var input = new StackInput
        {
            Template = template.Body, Parameters = binding.Bind(call.World, template, CloudFormationCall.Parameters(query), stack?.Input), Capabilities = query.List("Capabilities"),
            Tags = stack?.Input is { } running && !query.HasList("Tags") ? running.Tags : CloudFormationCall.Tags(query),
        };
        Capabilities.Check(template, input.Capabilities);
        if (stack is not null && changeSets.Named(stack.Id, name) is { } same) return Again(call, same, input);

        stack ??= Review(call, stackName, template);
        planner.Plan(stack, input);
        var set = new ChangeSet
        {
            Id = $"arn:aws:cloudformation:{call.Region}:{call.Account}:changeSet/{name}/{Guid.NewGuid()}", Name = name, StackId = stack.Id, StackName = stack.Name, IsCreate = isCreate,
            Status = ChangeSet.CreatePending, ExecutionStatus = ChangeSet.Unavailable, Created = tables.Now, Due = tables.Now, Description = query["Description"], Input = input,
            RoleArn = query["RoleARN"], NotificationArns = query.List("NotificationARNs"), OnStackFailure = query["OnStackFailure"],
        };
        changeSets.Schedule(set);
        tokens.Use(call, token, subject, set.Id);
        return Made(call, set);
    }

    public AwsReply Describe(AwsCall call)
    {
        var set = Find(call);
        var page = Page.Forward<ResourceChange>(call, set.Changes);
        return Reply(call, Xml.Value("ChangeSetName", set.Name), Xml.Value("ChangeSetId", set.Id), Xml.Value("StackId", set.StackId), Xml.Value("StackName", set.StackName), Xml.Value("Description", set.Description),
            set.Input.Parameters.Count > 0 ? Xml.List("Parameters", StackQueries.Shown(set.Input), StackQueries.Parameter) : null, Xml.Value("CreationTime", set.Created),
            Xml.Value("ExecutionStatus", set.ExecutionStatus), Xml.Value("Status", set.Status), Xml.Value("StatusReason", set.StatusReason), Xml.List("NotificationARNs", set.NotificationArns),
            new XElement("RollbackConfiguration"), set.Input.Capabilities.Count > 0 ? Xml.List("Capabilities", set.Input.Capabilities) : null, Xml.List("Tags", set.Input.Tags, StackQueries.Tag),
            Xml.List("Changes", page.Items, Change), page.Token, Xml.Value("IncludeNestedStacks", (bool?)false), Xml.Value("OnStackFailure", set.OnStackFailure));
    }

    public AwsReply List(AwsCall call)
    {
        var stack = finder.Living(call, call.Query.Required("StackName"));
        var page = Page.Forward<ChangeSet>(call, changeSets.Of(stack.Id));
        return Reply(call, Xml.List("Summaries", page.Items, s => new object?[]
        {
            Xml.Value("StackId", s.StackId), Xml.Value("StackName", s.StackName), Xml.Value("ChangeSetId", s.Id), Xml.Value("ChangeSetName", s.Name), Xml.Value("ExecutionStatus", s.ExecutionStatus),
            Xml.Value("Status", s.Status), Xml.Value("StatusReason", s.StatusReason), Xml.Value("CreationTime", s.Created), Xml.Value("Description", s.Description), Xml.Value("IncludeNestedStacks", (bool?)false),
        }), page.Token);
    }

    public AwsReply Execute(AwsCall call)
    {
        var set = Find(call);
        var token = CloudFormationCall.Token(call.Query);
        if (tokens.Find(call, token, set.Id) is not null) return Reply(call).AsReplay();
        if (set.IsBeingMade || set.ExecutionStatus == ChangeSet.ExecuteInProgress) throw Unusable("An operation on this ChangeSet is currently in progress.");
        if (set.Status != ChangeSet.CreateComplete) throw Unusable($"ChangeSet [{set.Id}] cannot be executed in its current status of [{set.Status}]");
        if (set.ExecutionStatus != ChangeSet.Available) throw Unusable($"ChangeSet [{set.Id}] cannot be executed in its current execution status of [{set.ExecutionStatus}]");
        var stack = tables.Get(set.StackId);
        if (!set.IsCreate) StackFinder.CheckUpdatable(stack);
        tokens.Use(call, token, set.Id);
        changeSets.Executing(set);
        var target = stack with
        {
            Input = set.Input, ChangeSetId = set.Id, RoleArn = set.RoleArn ?? stack.RoleArn, NotificationArns = set.NotificationArns, OnFailure = set.OnStackFailure,
            DisableRollback = call.Query.Flag("DisableRollback"), Description = Template.Parse(set.Input.Template).Description,
        };
        if (set.IsCreate) engine.Create(target, token);
        else engine.Update(target, stack.Operation?.Before ?? stack.Input!, token);
        return Reply(call);
    }

    public AwsReply Delete(AwsCall call)
    {
        if (TryFind(call) is not { } set) return Reply(call);
        if (set.IsBeingMade || set.ExecutionStatus == ChangeSet.ExecuteInProgress) throw Unusable("An operation on this ChangeSet is currently in progress.");
        changeSets.Remove(set);
        return Reply(call);
    }

    private static bool IsCreate(QueryParameters query, StackState? stack, string stackName, string name)
    {
        switch (query["ChangeSetType"] ?? "UPDATE")
        {
            case "CREATE" when stack is null || stack.Status == StackStatus.ReviewInProgress: return true;
            case "CREATE": throw AwsException.Validation($"Stack [{stackName}] already exists and cannot be created again with the changeSet [{name}].");
            case "UPDATE":
                if (stack is null) throw AwsException.Validation($"Stack [{stackName}] does not exist");
                StackFinder.CheckUpdatable(stack);
                return false;
            case var other: throw AwsException.Validation($"1 validation error detected: Value '{other}' at 'changeSetType' failed to satisfy constraint: Member must satisfy enum value set: [IMPORT, UPDATE, CREATE]");
        }
    }

    private static AwsReply Again(AwsCall call, ChangeSet same, StackInput input)
    {
        var mismatch = same.Input.Template != input.Template ? "Template"
            : JsonSerializer.Serialize(same.Input.Parameters) != JsonSerializer.Serialize(input.Parameters) ? "Parameters"
            : JsonSerializer.Serialize(same.Input.Tags) != JsonSerializer.Serialize(input.Tags) ? "Tags" : null;
        return mismatch is null ? Made(call, same).AsReplay()
            : throw new AwsException(400, "AlreadyExistsException", $"ChangeSet {same.Name} cannot be created due to a mismatch with existing attribute {mismatch}");
    }

    private StackState Review(AwsCall call, string name, Template template) => tables.SetStatus(new StackState
    {
        Id = tables.NewId(call.Account, call.Region, name), Name = name, Account = call.Account, Region = call.Region, Status = StackStatus.ReviewInProgress, Created = tables.Now, Description = template.Description,
    }, StackStatus.ReviewInProgress, "User Initiated");

    private ChangeSet Find(AwsCall call) => TryFind(call) ?? throw new AwsException(404, "ChangeSetNotFound", $"ChangeSet [{call.Query["ChangeSetName"]}] does not exist");

    private ChangeSet? TryFind(AwsCall call)
    {
        var name = call.Query.Required("ChangeSetName");
        if (name.StartsWith("arn:", StringComparison.Ordinal)) return changeSets.ById(name) is { } set && tables.Get(set.StackId).World == call.World ? set : null;
        if (call.Query["StackName"] is not { } stackName) throw AwsException.Validation("StackName must be specified if ChangeSetName is not specified as an ARN.");
        return changeSets.Named(finder.Living(call, stackName).Id, name);
    }

    private static object?[] Change(ResourceChange c) =>
    [
        new XElement("Type", "Resource"),
        new XElement("ResourceChange", Xml.Value("PolicyAction", c.PolicyAction), Xml.Value("Action", c.Action), Xml.Value("LogicalResourceId", c.LogicalId), Xml.Value("PhysicalResourceId", c.PhysicalId),
            Xml.Value("ResourceType", c.Type), Xml.Value("Replacement", c.Replacement), Xml.List("Scope", c.Scope),
            Xml.List("Details", c.Details, d => new object?[]
            {
                new XElement("Target", Xml.Value("Attribute", d.Attribute), Xml.Value("Name", d.Name), Xml.Value("RequiresRecreation", d.RequiresRecreation)),
                Xml.Value("Evaluation", d.Evaluation), Xml.Value("ChangeSource", d.ChangeSource), Xml.Value("CausingEntity", d.CausingEntity),
            })),
    ];

    private static AwsException Unusable(string message) => new(400, "InvalidChangeSetStatus", message);

    private static AwsReply Made(AwsCall call, ChangeSet set) => Reply(call, Xml.Value("Id", set.Id), Xml.Value("StackId", set.StackId));

    private static AwsReply Reply(AwsCall call, params object?[] result) => Xml.Reply(call, CloudFormationService.Namespace, result);

    [GeneratedRegex("^[a-zA-Z][-a-zA-Z0-9]{0,127}$")]
    private static partial Regex NameShape();
}
