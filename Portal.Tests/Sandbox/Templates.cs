using Portal.Domain.Planning.Search.Topics;

namespace Portal.Tests.Sandbox;

/// <summary>Small templates for the sandbox.</summary>
internal static class Templates
{
    /// <summary>Topics T1…Tn that have nothing to do with each other.</summary>
    public static string Topics(int count) =>
        "Resources:\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"  T{i}: {{ Type: AWS::SNS::Topic, Properties: {{ DisplayName: t{i} }} }}\n"));

    /// <summary>A chain: key, then topic, then alarm; Loose stands beside it.</summary>
    public const string Chain = """
        Resources:
          Key: { Type: AWS::KMS::Key, Properties: { KeyPolicy: {} } }
          Topic: { Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: !Ref Key } }
          Alarm:
            Type: AWS::CloudWatch::Alarm
            Properties: { ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, AlarmActions: [!Ref Topic] }
          Loose: { Type: AWS::SNS::Topic }
        Outputs:
          TopicArn: { Value: !Ref Topic }
        """;

    /// <summary>A network of two zones with a balancer, a database subnet group and a database.</summary>
    public const string ThreeTier = """
        Parameters:
          Cidr: { Type: String, Default: 10.0.0.0/20 }
          SecondZone: { Type: AWS::EC2::AvailabilityZone::Name, Default: eu-central-1b }
          InstanceClass: { Type: String, Default: db.t4g.medium }
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Cidr } }
          SubnetA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-central-1a, CidrBlock: !Select [0, !Cidr [!Ref Cidr, 2, 8]] } }
          SubnetB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: !Ref SecondZone, CidrBlock: !Select [1, !Cidr [!Ref Cidr, 2, 8]] } }
          Balancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Subnets: [!Ref SubnetA, !Ref SubnetB] } }
          SubnetGroup: { Type: AWS::RDS::DBSubnetGroup, Properties: { DBSubnetGroupDescription: data, SubnetIds: [!Ref SubnetA, !Ref SubnetB] } }
          Database:
            Type: AWS::RDS::DBInstance
            DeletionPolicy: Snapshot
            Properties: { Engine: postgres, DBInstanceClass: !Ref InstanceClass, DBSubnetGroupName: !Ref SubnetGroup, MasterUsername: admin1, ManageMasterUserPassword: true, AllocatedStorage: 20 }
        Outputs:
          Dns: { Value: !GetAtt Balancer.DNSName }
          Zone: { Value: !GetAtt Balancer.CanonicalHostedZoneID }
          Endpoint: { Value: !GetAtt Database.Endpoint.Address }
          Secret: { Value: !GetAtt Database.MasterUserSecret.SecretArn }
        """;
}
