using System.Text.Json;
using Portal.Sandbox.CloudFormation.Templates;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Stacks;

/// <summary>The calls that change stacks directly.</summary>
public sealed class StackCalls(StackTables tables, StackFinder finder, StackEngine engine, ParameterBinding binding, ChangeSets.ChangePlanner planner, TokenBook tokens, TemplateSource source)
{
    private static AwsReply Id(AwsCall call, string stackId) => Xml.Reply(call, CloudFormationService.Namespace, Xml.Value("StackId", stackId));

    private static AwsReply Nothing(AwsCall call) => Xml.Empty(call, CloudFormationService.Namespace);

    public AwsReply Create(AwsCall call)
    {
        var query = call.Query;
        var name = CloudFormationCall.NewStackName(query);
        var token = CloudFormationCall.Token(query);
        if (tokens.Find(call, token, name) is { Result: { } first })
            return Id(call, first).AsReplay();

        var existing = tables.Named(call.World, name);
        if (existing is not null && existing.Status != StackStatus.ReviewInProgress) throw new AwsException(400, "AlreadyExistsException", $"Stack [{name}] already exists");
        var input = Input(call, null);
        var now = tables.Now;
        var stack = (existing ?? new StackState { Id = tables.NewId(call.Account, call.Region, name), Name = name, Account = call.Account, Region = call.Region, Status = StackStatus.CreateInProgress, Created = now }) with
        {
            Input = input, Description = Template.Parse(input.Template).Description, RoleArn = query["RoleARN"], NotificationArns = query.List("NotificationARNs"),
            DisableRollback = query.Flag("DisableRollback"), OnFailure = query["OnFailure"], TimeoutMinutes = query.Number("TimeoutInMinutes"),
            IsProtected = query.Flag("EnableTerminationProtection"), Policy = query["StackPolicyBody"],
        };
        planner.Plan(stack, input);
        tokens.Use(call, token, name, stack.Id);
        engine.Create(stack, token);
        return Id(call, stack.Id);
    }

    public AwsReply Update(AwsCall call)
    {
        var query = call.Query;
        var stack = finder.Living(call, query.Required("StackName"));
        var token = CloudFormationCall.Token(query);
        if (tokens.Find(call, token, stack.Id) is not null)
            return Id(call, stack.Id).AsReplay();

        StackFinder.CheckUpdatable(stack);
        var input = Input(call, stack.Input);
        if (!planner.Plan(stack, input).HasChanges) throw AwsException.Validation("No updates are to be performed.");
        tokens.Use(call, token, stack.Id);
        engine.Update(stack with { Input = input, RoleArn = query["RoleARN"] ?? stack.RoleArn, DisableRollback = query.Flag("DisableRollback"), Policy = query["StackPolicyBody"] ?? stack.Policy }, stack.Operation?.Before ?? stack.Input!, token);
        return Id(call, stack.Id);
    }

    public AwsReply Delete(AwsCall call)
    {
        var token = CloudFormationCall.Token(call.Query);
        var named = call.Query.Required("StackName");
        if (finder.Find(call, named) is not { } stack) return Nothing(call);
        if (tokens.Find(call, token, stack.Id) is not null) return Nothing(call).AsReplay();
        if (stack.IsDeleted) return Nothing(call);
        if (stack.IsProtected) throw AwsException.Validation($"Stack [{stack.Name}] cannot be deleted while TerminationProtection is enabled");
        if (stack.Status == StackStatus.DeleteInProgress) return Nothing(call);
        var retain = call.Query.List("RetainResources");
        if (retain.Count > 0 && stack.Status != StackStatus.DeleteFailed)
            throw AwsException.Validation($"Invalid operation on stack [{stack.Id}]. RetainResources can only be specified when the stack is in a DELETE_FAILED state.");
        tokens.Use(call, token, stack.Id);
        engine.Delete(stack, token, retain);
        return Nothing(call);
    }

    public AwsReply CancelUpdate(AwsCall call)
    {
        var stack = finder.Living(call, call.Query.Required("StackName"));
        var token = CloudFormationCall.Token(call.Query);
        if (tokens.Find(call, token, stack.Id) is not null) return Nothing(call).AsReplay();

        if (stack.Status != StackStatus.UpdateInProgress) throw AwsException.Validation("CancelUpdateStack cannot be called from current stack status");
        tokens.Use(call, token, stack.Id);
        engine.CancelUpdate(stack);
        return Nothing(call);
    }

    public AwsReply ContinueRollback(AwsCall call)
    {
        var stack = finder.Living(call, call.Query.Required("StackName"));
        var token = CloudFormationCall.Token(call.Query);
        if (tokens.Find(call, token, stack.Id) is not null) return Xml.Reply(call, CloudFormationService.Namespace).AsReplay();
        if (stack.Status != StackStatus.UpdateRollbackFailed) throw AwsException.Validation($"Stack:{stack.Id} is in {stack.Status} state and can not continue rollback.");
        tokens.Use(call, token, stack.Id);
        engine.ContinueRollback(stack, token, call.Query.List("ResourcesToSkip"));
        return Xml.Reply(call, CloudFormationService.Namespace);
    }

    public AwsReply Rollback(AwsCall call)
    {
        var stack = finder.Living(call, call.Query.Required("StackName"));
        var token = CloudFormationCall.Token(call.Query);
        if (stack.Status is not (StackStatus.CreateFailed or StackStatus.UpdateFailed) || stack.Operation is null)
            throw AwsException.Validation($"Stack:{stack.Id} is in {stack.Status} state and can not be rolled back.");
        tokens.Use(call, token, stack.Id);
        engine.Rollback(stack, token);
        return Id(call, stack.Id);
    }

    public AwsReply SetPolicy(AwsCall call)
    {
        var stack = finder.Living(call, call.Query.Required("StackName"));
        var body = call.Query["StackPolicyBody"] ?? throw AwsException.Validation("You must specify either stack policy body or stack policy url");
        if (!IsPolicy(body)) throw AwsException.Validation("Error validating stack policy: Invalid stack policy");
        tables.Put(stack with { Policy = body });
        return Nothing(call);
    }

    public AwsReply GetPolicy(AwsCall call) =>
        Xml.Reply(call, CloudFormationService.Namespace, Xml.Value("StackPolicyBody", finder.Living(call, call.Query.Required("StackName")).Policy));

    public AwsReply Protect(AwsCall call)
    {
        var stack = finder.Living(call, call.Query.Required("StackName"));
        if (stack.Status == StackStatus.DeleteInProgress) throw AwsException.Validation($"Stack [{stack.Name}] is in {stack.Status} state and can not be updated.");
        tables.Put(stack with { IsProtected = call.Query.Flag("EnableTerminationProtection") });
        return Id(call, stack.Id);
    }

    private StackInput Input(AwsCall call, StackInput? previous)
    {
        var template = Template.Parse(source.Body(call, previous));
        var parameters = binding.Bind(call.World, template, CloudFormationCall.Parameters(call.Query), previous);
        Capabilities.Check(template, call.Query.List("Capabilities"));
        return new StackInput
        {
            Template = template.Body, Parameters = parameters, Capabilities = call.Query.List("Capabilities"),
            Tags = previous is not null && !call.Query.HasList("Tags") ? previous.Tags : CloudFormationCall.Tags(call.Query),
        };
    }

    private static bool IsPolicy(string body)
    {
        try
        {
            return Node.FromJson(body)["Statement"] is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
