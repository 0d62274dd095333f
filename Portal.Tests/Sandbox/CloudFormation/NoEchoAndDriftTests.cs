using Portal.Domain.Planning.Search.Topics;
using Portal.Tests.Processes;

namespace Portal.Tests.Sandbox.CloudFormation;

public sealed class NoEchoAndDriftTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private SandboxCaller Aws => sandbox.Aws;

    [Fact]
    public async Task NoEchoParameter_NeverComesBackAndSurvivesAnUpdateThatKeepsIt()
    {
        const string Template = "Parameters: { Secret: { Type: String, NoEcho: true } }\nResources: { T: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref Secret } } }";
        await Aws.CreateAsync("secret", Template, ("Parameters.member.1.ParameterKey", "Secret"), ("Parameters.member.1.ParameterValue", "canary-42"));
        await Aws.BecomesAsync("secret", "CREATE_COMPLETE");

        var shown = await Aws.DoAsync("DescribeStacks", ("StackName", "secret"));
        var kept = await Aws.AskAsync("UpdateStack", ("StackName", "secret"), ("UsePreviousTemplate", "true"), ("Parameters.member.1.ParameterKey", "Secret"), ("Parameters.member.1.UsePreviousValue", "true"));

        Assert.Equal("****", shown["ParameterValue"]);
        Assert.Equal("No updates are to be performed.", kept.Message);
    }

    [Fact]
    public async Task Drift_MadeByHand_IsDetectedWithItsDifference()
    {
        await Aws.CreateAsync("drifting", Templates.Topics(2));
        await Aws.BecomesAsync("drifting", "CREATE_COMPLETE");
        await Aws.ControlAsync("drift", new { stack = "drifting", logicalId = "T1", property = "DisplayName", value = "by hand" });

        var id = (await Aws.DoAsync("DetectStackDrift", ("StackName", "drifting")))["StackDriftDetectionId"]!;
        await Eventually.BeAsync(async () => (await Aws.DoAsync("DescribeStackDriftDetectionStatus", ("StackDriftDetectionId", id)))["DetectionStatus"] == "DETECTION_COMPLETE", TimeSpan.FromSeconds(60), () => "never detected");

        var drifts = await Aws.DoAsync("DescribeStackResourceDrifts", ("StackName", "drifting"), ("StackResourceDriftStatusFilters.member.1", "MODIFIED"));
        Assert.Equal(("T1", "/DisplayName", "t1", "by hand", "NOT_EQUAL"), (drifts["LogicalResourceId"], drifts["PropertyPath"], drifts["ExpectedValue"], drifts["ActualValue"], drifts["DifferenceType"]));
        Assert.Equal("DRIFTED", (await Aws.DoAsync("DescribeStacks", ("StackName", "drifting")))["StackDriftStatus"]);
    }

    [Fact]
    public async Task ImageParameter_InAProperty_IsResolvedToItsImage()
    {
        const string Template = """
            Parameters: { Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 } }
            Resources: { T: { Type: AWS::SNS::Topic, Properties: { DisplayName: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}' } } }
            Outputs: { O: { Value: !Ref Image } }
            """;
        await Aws.CreateAsync("image", Template);
        await Aws.BecomesAsync("image", "CREATE_COMPLETE");

        var stack = await Aws.DoAsync("DescribeStacks", ("StackName", "image"));
        var properties = (await Aws.DoAsync("DescribeStackEvents", ("StackName", "image"))).All("ResourceProperties")[0].Value;

        Assert.Matches("^ami-0[0-9a-f]{16}$", stack["OutputValue"]);
        Assert.Equal(stack["OutputValue"], stack["ResolvedValue"]);
        Assert.Contains(stack["OutputValue"]!, properties);
    }
}
