using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Search.Topics;

namespace Portal.Tests.Worker.Deployments;

/// <summary>A plan of three small stacks, one behind the other and one beside them: network, app (on the network's output, with an image) and protected data.</summary>
internal static class SmallShop
{
    public const string Account = "111122223333";
    public const string Region = "eu-central-1";
    public const string Image = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";

    private const string NetworkTemplate =
        """
        AWSTemplateFormatVersion: '2010-09-09'
        Parameters:
          VpcCidr:
            Type: String
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: !Ref VpcCidr
          SubnetA:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: !Ref Vpc
              CidrBlock: 10.64.0.0/24
        Outputs:
          VpcId:
            Value: !Ref Vpc
        """;

    private const string AppTemplate =
        """
        AWSTemplateFormatVersion: '2010-09-09'
        Parameters:
          VpcId:
            Type: String
          ImageId:
            Type: String
        Resources:
          Group:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: the application
              VpcId: !Ref VpcId
          Template:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                ImageId: !Ref ImageId
                SecurityGroupIds: [!Ref Group]
        """;

    private const string DataTemplate =
        """
        AWSTemplateFormatVersion: '2010-09-09'
        Resources:
          Topic:
            Type: AWS::SNS::Topic
          Queue:
            Type: AWS::SQS::Queue
        """;

    public static IReadOnlyList<string> Stacks { get; } = [Name("network"), Name("app"), Name("data")];

    public static string Name(string module) => $"storefront-shop-{Region}-{module}";

    public static PlanFolder Folder(bool protect = true)
    {
        StackPlan[] stacks =
        [
            Stack("network", [], protect, new() { ["VpcCidr"] = new StackParameter.Text("10.64.0.0/20") }),
            Stack("app", [Name("network")], protect, new() { ["VpcId"] = new StackParameter.FromStack(Name("network"), "VpcId"), ["ImageId"] = new StackParameter.Text($"{{{{resolve:ssm:{Image}}}}}") }),
            Stack("data", [], protect, []) with { StackPolicy = protect },
        ];
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [stacks[0].Template] = NetworkTemplate,
            [stacks[1].Template] = AppTemplate,
            [stacks[2].Template] = DataTemplate,
        };
        var plan = new Plan
        {
            Name = "shop",
            Team = "storefront",
            Digest = default,
            Feasible = true,
            Regions = [new PlannedRegion { Region = Region, Account = Account, Role = RegionRole.Primary, Zones = ["eu-central-1a"], VpcCidr = "10.64.0.0/20" }],
            Stacks = stacks,
        };
        plan = plan with { Digest = PlanDigest.Of(Make.Sheet(), plan, files) };
        files[PlanFolder.PlanPath] = PlanJson.Write(plan);
        return new PlanFolder(plan, files);
    }

    private static StackPlan Stack(string module, IReadOnlyList<string> dependsOn, bool protect, Dictionary<string, StackParameter> parameters) => new()
    {
        Name = Name(module),
        Account = Account,
        Region = Region,
        Module = module,
        Template = $"stacks/{Name(module)}.yaml",
        DependsOn = dependsOn,
        Capabilities = [],
        TerminationProtection = protect,
        ExpectedSeconds = 30,
        Parameters = parameters,
        Tags = new Dictionary<string, string> { ["portal:environment"] = "storefront/shop" },
    };
}
