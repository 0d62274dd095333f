using Portal.Sandbox.CloudFormation.ChangeSets;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudFormation.Templates;

/// <summary>The calls on templates alone.</summary>
public sealed class TemplateCalls(StackFinder finder, ChangeSetTable changeSets, TemplateSource source)
{
    public AwsReply Get(AwsCall call)
    {
        var body = call.Query["ChangeSetName"] is { } name ? ChangeSet(call, name).Input.Template
            : finder.Described(call, call.Query.Required("StackName")).Input?.Template;
        return Reply(call, Xml.Value("TemplateBody", body), Xml.List("StagesAvailable", ["Original", "Processed"]));
    }

    public AwsReply Summary(AwsCall call)
    {
        var body = call.Query["StackName"] is { } stack ? finder.Described(call, stack).Input?.Template ?? "Resources: {None: {Type: 'AWS::CloudFormation::WaitConditionHandle'}}" : source.Body(call, null);
        var template = Template.Parse(body);
        var needed = Capabilities.Needed(template);
        return Reply(call, Xml.List("Parameters", template.Parameters.Values, p => new object?[]
            {
                Xml.Value("ParameterKey", p.Name), Xml.Value("DefaultValue", p.Default), Xml.Value("ParameterType", p.Type), Xml.Value("NoEcho", (bool?)p.NoEcho), Xml.Value("Description", p.Description),
                new System.Xml.Linq.XElement("ParameterConstraints", p.AllowedValues.Count > 0 ? Xml.List("AllowedValues", p.AllowedValues) : null),
            }),
            Xml.Value("Description", template.Description), needed is { } n ? Xml.List("Capabilities", [n.Capability]) : null, Xml.Value("CapabilitiesReason", needed?.Reason),
            Xml.List("ResourceTypes", template.Resources.Values.Select(r => r.Type).Distinct()), Xml.Value("Version", template.Version), Xml.Value("Metadata", template.Metadata?.ToJson()));
    }

    public AwsReply Validate(AwsCall call)
    {
        var template = Template.Parse(source.Body(call, null));
        var needed = Capabilities.Needed(template);
        return Reply(call, Xml.List("Parameters", template.Parameters.Values, p => new object?[]
            {
                Xml.Value("ParameterKey", p.Name), Xml.Value("DefaultValue", p.Default), Xml.Value("NoEcho", (bool?)p.NoEcho), Xml.Value("Description", p.Description),
            }),
            Xml.Value("Description", template.Description), needed is { } n ? Xml.List("Capabilities", [n.Capability]) : null, Xml.Value("CapabilitiesReason", needed?.Reason));
    }

    private ChangeSet ChangeSet(AwsCall call, string name) =>
        (name.StartsWith("arn:", StringComparison.Ordinal) ? changeSets.ById(name) : changeSets.Named(finder.Described(call, call.Query.Required("StackName")).Id, name))
        ?? throw new AwsException(404, "ChangeSetNotFound", $"ChangeSet [{name}] does not exist");

    private static AwsReply Reply(AwsCall call, params object?[] result) => Xml.Reply(call, CloudFormationService.Namespace, result);
}
