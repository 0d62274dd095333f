using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Templates;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Domain.Templates;

/// <summary>What modules take from other stacks: where a sandbox looks whether it exists it stands, the rest is a text.</summary>
/// <param name="Outputs">Of the network in the twins' region.</param>
internal sealed record Ground(string Region, IReadOnlyDictionary<string, string> Outputs)
{
    private const string Network = """
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
          SubnetA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ''] } }
          SubnetB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [1, !GetAZs ''] } }
          Group: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: ground, VpcId: !Ref Vpc } }
        Outputs:
          VpcId: { Value: !Ref Vpc }
          SubnetIds: { Value: !Sub '${SubnetA},${SubnetB}' }
          Group: { Value: !Ref Group }
        """;

    /// <summary>The database that the grid's replicas follow.</summary>
    private const string Source = "Resources: { Shop: { Type: AWS::RDS::DBInstance, Properties: { Engine: postgres, DBInstanceIdentifier: shop } } }";

    /// <summary>As many services ask for.</summary>
    private static readonly string[] Arns =
    [
        "arn:aws:service:us-east-1:111122223333:{0}/ground", "arn:aws:acm:us-east-1:111122223333:certificate/{0}", "arn:aws:backup:us-east-1:111122223333:backup-vault:{0}",
        "arn:aws:dynamodb:us-east-1:111122223333:table/{0}", "arn:aws:elasticache:us-east-1:111122223333:user:{0}", "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/{0}/0123456789abcdef",
        "arn:aws:iam::111122223333:policy/{0}", "arn:aws:kms:us-east-1:111122223333:key/{0}", "arn:aws:rds:us-east-1:111122223333:db:{0}", "arn:aws:rds:us-east-1:111122223333:cluster:{0}",
        "arn:aws:s3:::{0}", "arn:aws:secretsmanager:us-east-1:111122223333:secret:{0}", "arn:aws:sns:us-east-1:111122223333:{0}", "arn:aws:wafv2:us-east-1:111122223333:global/webacl/{0}/0123456789abcdef",
    ];

    public static async Task<Ground> LayAsync(string url, string region)
    {
        using var here = new SandboxCaller(url) { Region = region };
        using var elsewhere = new SandboxCaller(url) { Region = "eu-west-1" };
        await here.CreateAsync("ground", Network);
        await elsewhere.CreateAsync("source", Source);
        await here.BecomesAsync("ground", "CREATE_COMPLETE");
        await elsewhere.BecomesAsync("source", "CREATE_COMPLETE");
        var outputs = (await here.DoAsync("DescribeStacks", ("StackName", "ground"))).Members("Outputs");
        return new(region, outputs.ToDictionary(each => SandboxCaller.Text(each, "OutputKey")!, each => SandboxCaller.Text(each, "OutputValue")!));
    }

    /// <summary>The parameters with a value in the place of each that is another stack's output; no two names have the same text.</summary>
    public IEnumerable<(string Name, string Value)> Fill(TemplateModule module, IReadOnlyDictionary<string, string?> parameters) =>
        parameters.Select(each => (each.Key, each.Value ?? Value(module.Parameters.Single(parameter => parameter.Name == each.Key))));

    private string Value(TemplateParameter parameter) => parameter.Type switch
    {
        "AWS::EC2::VPC::Id" => Outputs["VpcId"],
        "AWS::EC2::SecurityGroup::Id" => Outputs["Group"],
        "List<AWS::EC2::Subnet::Id>" => Outputs["SubnetIds"],
        _ => Texts(parameter.Name).First(text => parameter.Fault(text) is null),
    };

    private static IEnumerable<string> Texts(string name)
    {
        var small = name.ToLowerInvariant();
        var hex = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        string[] plain = [$"ground-{small}", $"Z{name.ToUpperInvariant()}", $"app/{small}/{hex[..16]}", $"targetgroup/{small}/{hex[..16]}", $"nat-{hex[..8]}", new Guid(hex[..32]).ToString()];
        return name.Contains("Arn", StringComparison.Ordinal) ? Arns.Select(arn => string.Format(null, arn, small)) : plain;
    }
}
