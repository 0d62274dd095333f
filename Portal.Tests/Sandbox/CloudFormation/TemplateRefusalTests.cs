namespace Portal.Tests.Sandbox.CloudFormation;

public sealed class TemplateRefusalTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    public static TheoryData<string, string> Refused => new()
    {
        { "Resources: [", "Template format error: YAML not well-formed. (line 2, column 1)" },
        { "{\"Resources\": ", "Template format error: JSON not well-formed. (line 1, column 15)" },
        { "just text", "Template format error: unsupported structure." },
        { "Description: nothing", "Template format error: At least one Resources member must be defined." },
        { "Resources: { A: { Properties: {} } }", "Template format error: [/Resources/A] Every Resources object must contain a Type member." },
        { "Resources: { my-id: { Type: AWS::SNS::Topic } }", "Template format error: Resource name my-id is non alphanumeric." },
        { "Resources: { A: { Type: AWS::Bogus::Thing } }", "Template format error: Unrecognized resource types: [AWS::Bogus::Thing]" },
        { "Resources: { A: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref X } } }", "Template format error: Unresolved resource dependencies [X] in the Resources block of the template" },
        { "Resources: { A: { Type: AWS::SNS::Topic, UpdatePolicy: { AutoScalingRollingUpdate: { MaxBatchSize: !Ref X } } } }", "Template format error: Unresolved resource dependencies [X] in the Resources block of the template" },
        { "Resources: { A: { Type: AWS::SNS::Topic } }\nOutputs: { O: { Value: !Sub '${Nope}' } }", "Template format error: Unresolved resource dependencies [Nope] in the Outputs block of the template" },
        { "Resources: { A: { Type: AWS::SNS::Topic, Properties: { DisplayName: !FindInMap [M, A, B] } } }", "Template error: Unable to get mapping for M::A::B" },
        { "Resources: { A: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Select [2, !Split [',', 'a,b']] } } }", "Template error: Fn::Select cannot select nonexistent value at index 2" },
        { "Resources: { A: { Type: AWS::SNS::Topic, DependsOn: B }, B: { Type: AWS::SNS::Topic, DependsOn: A } }", "Circular dependency between resources: [A, B]" },
        { "Resources: { A: { Type: AWS::EC2::VPC }, B: { Type: AWS::SNS::Topic, Properties: { DisplayName: !GetAtt A.Colour } } }", "Template error: resource A does not support attribute type Colour in Fn::GetAtt" },
        { "Transform: AWS::LanguageExtensions\nResources: { A: { Type: AWS::SNS::Topic } }", "No transform named AWS::LanguageExtensions found." },
        { "Resources: { A: { Type: AWS::SNS::Topic, Colour: red } }", "Invalid template resource property 'Colour'" },
        { "Parameters: { P: { Type: String } }\nResources: { A: { Type: AWS::SNS::Topic } }", "Parameters: [P] must have values" },
        { "Parameters: { P: { Type: Number, Default: x } }\nResources: { A: { Type: AWS::SNS::Topic } }", "Parameter 'P' must be a number." },
        { "Parameters: { P: { Type: String, Default: c, AllowedValues: [a, b] } }\nResources: { A: { Type: AWS::SNS::Topic } }", "Parameter 'P' must be one of AllowedValues" },
        { "Parameters: { P: { Type: String, Default: c, AllowedPattern: '[ab]+' } }\nResources: { A: { Type: AWS::SNS::Topic } }", "Parameter 'P' must match pattern [ab]+" },
        { "Parameters: { P: { Type: CommaDelimitedList, Default: 'a, c', AllowedPattern: '[ab]+' } }\nResources: { A: { Type: AWS::SNS::Topic } }", "Parameter 'P' must match pattern [ab]+" },
        { "Conditions: { C: !Equals [a, b] }\nResources: { A: { Type: AWS::SNS::Topic, Condition: C }, B: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref A } } }", "Template format error: Unresolved resource dependencies [A] in the Resources block of the template" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Create_OfATemplateAwsWouldRefuse_IsRefusedWithItsWords(string template, string message)
    {
        var reply = await sandbox.Aws.AskAsync("CreateStack", ("StackName", "refused"), ("TemplateBody", template));

        Assert.Equal((400, "ValidationError", message), (reply.Status, reply.Code, reply.Message));
    }

    [Fact]
    public async Task Create_WithAList_LooksAtEachOfItsItems()
    {
        var reply = await sandbox.Aws.AskAsync("CreateStack", ("StackName", "listed"), ("TemplateBody", "Parameters: { P: { Type: CommaDelimitedList, Default: 'a, b', AllowedPattern: '[ab]' } }\nResources: { A: { Type: AWS::SNS::Topic } }"));

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task Create_OfOneByteTooMany_IsRefused()
    {
        var fits = Templates.Topics(1).PadRight(51_200, '#').Replace("\n##", "\n# ");
        Assert.Equal(51_200, fits.Length);

        var accepted = await sandbox.Aws.AskAsync("CreateStack", ("StackName", "fits"), ("TemplateBody", fits));
        var refused = await sandbox.Aws.AskAsync("CreateStack", ("StackName", "large"), ("TemplateBody", fits + "#"));

        Assert.Equal(200, accepted.Status);
        Assert.EndsWith("at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200", refused.Message);
    }

    [Fact]
    public async Task Create_OfFiveHundredAndOneResources_IsRefused()
    {
        var reply = await sandbox.Aws.AskAsync("CreateStack", ("StackName", "many"), ("TemplateBody", Templates.Topics(501)));

        Assert.Equal("Template format error: Number of resources, 501, is greater than maximum allowed, 500", reply.Message);
    }

    [Theory]
    [InlineData("1stack")]
    [InlineData("under_score")]
    public async Task Create_WithABadName_IsRefused(string name)
    {
        var reply = await sandbox.Aws.AskAsync("CreateStack", ("StackName", name), ("TemplateBody", Templates.Topics(1)));

        Assert.Equal($"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*", reply.Message);
    }
}
