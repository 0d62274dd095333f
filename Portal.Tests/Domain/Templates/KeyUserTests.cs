using Portal.Domain.Templates;

namespace Portal.Tests.Domain.Templates;

/// <summary>A key that shuts out a service is noticed only when that service first encrypts or reads: every service that is given a key stands in the key's policy.</summary>
public sealed class KeyUserTests
{
    /// <summary>Where a parameter's key comes from; every other one is the module's own.</summary>
    private static readonly Dictionary<string, string> Origins = new()
    {
        ["DataKeyArn"] = "DataKey", ["SecondRegionKeyArn"] = "DataKey", ["ReplicaKeyArn"] = "DataKey", ["KeyArnB"] = "DataKey", ["KeyArnC"] = "DataKey",
        ["LogKeyArn"] = "LogKey", ["BackupKeyArn"] = "BackupKey",
    };

    private static readonly IReadOnlyList<(TemplateModule Module, string LogicalId, string Type, TemplateMap Properties)> Resources =
        [.. TemplateCatalogue.Load().Where(module => !ModuleGrid.OfTheAccount.Contains(module.Name)).SelectMany(module => module.Resources.Select(resource =>
            (module, resource.LogicalId, resource.Type, module.Root.Section("Resources").Section(resource.LogicalId).Section("Properties"))))];

    /// <summary>Types are called as the service is: an <c>AWS::RDS::DBInstance</c> comes through rds. A password that RDS keeps is a secret.</summary>
    [Fact]
    public void EveryKey_LetsInTheServices_WhoseResourcesItEncrypts()
    {
        var uses = Resources.SelectMany(resource => Keys(resource.Properties, "").Select(use => (
            Place: $"{resource.Module.Name}/{resource.LogicalId}{use.Path}",
            Key: Policy(resource.Module, use.Key),
            Service: use.Path.Contains("MasterUserSecret", StringComparison.Ordinal) ? "secretsmanager" : ServiceOf(resource.Type)))).Where(use => use.Service != "sns").ToList();

        Assert.Equal(["backup", "dnssec-route53", "dynamodb", "ec2", "elasticache", "logs", "rds", "s3", "secretsmanager"], uses.Select(use => use.Service).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(uses.Where(use => !Admits(use.Key, use.Service)).Select(use => $"{use.Place}: the key does not let {use.Service} in"));
    }

    /// <summary>https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services</summary>
    [Fact]
    public void WhoMayPublish_ToAnEncryptedTopic_MayUseItsKey()
    {
        var publishers = Resources.Where(resource => resource.Type == "AWS::SNS::Topic").SelectMany(topic =>
        {
            var policy = Resources.Single(resource => resource.Type == "AWS::SNS::TopicPolicy" && resource.Module == topic.Module).Properties.Section("PolicyDocument");
            return Services(policy).Select(service => (Place: $"{topic.Module.Name}/{topic.LogicalId}", Key: Policy(topic.Module, Assert.Single(Keys(topic.Properties, "")).Key), Service: service));
        }).ToList();

        Assert.Superset(new HashSet<string> { "budgets", "cloudwatch", "events" }, publishers.Select(publisher => publisher.Service).ToHashSet());
        Assert.Empty(publishers.Where(publisher => !Admits(publisher.Key, publisher.Service)).Select(publisher => $"{publisher.Place}: {publisher.Service} may publish and not encrypt"));
    }

    /// <summary>https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html#create-oac-overview-s3</summary>
    [Fact]
    public void Cdn_MayRead_WhatTheKeyOfItsBucketEncrypts()
    {
        var buckets = Resources.Where(resource => resource.Type == "AWS::S3::Bucket" && Resources.Any(cdn => cdn.Module == resource.Module && cdn.Type == "AWS::CloudFront::Distribution")).ToList();

        Assert.NotEmpty(buckets);
        Assert.All(buckets, bucket => Assert.All(Keys(bucket.Properties, ""), use => Assert.Contains("cloudfront", Services(Policy(bucket.Module, use.Key)))));
    }

    /// <summary>Every place that names a key, and which: a parameter, or a key beside it.</summary>
    private static IEnumerable<(string Path, string Key)> Keys(TemplateNode node, string path) => node switch
    {
        TemplateMap map when map.Text("Ref") is { } name && Origins.ContainsKey(name) => IsOfAPolicy(path) ? [] : [(path, name)],
        TemplateMap { Entries: [("Fn::GetAtt", TemplateList { Items: [TemplateScalar id, TemplateScalar { Text: "Arn" }] })] } when id.Text.EndsWith("Key", StringComparison.Ordinal) => IsOfAPolicy(path) ? [] : [(path, id.Text)],
        TemplateMap map => map.Entries.SelectMany(entry => Keys(entry.Value, $"{path}/{entry.Key}")),
        TemplateList list => list.Items.SelectMany(item => Keys(item, path)),
        _ => [],
    };

    /// <summary>What a role may do with a key is no use of it.</summary>
    private static bool IsOfAPolicy(string path) => path.Contains("/Statement/", StringComparison.Ordinal);

    private static TemplateMap Policy(TemplateModule module, string key) => Origins.TryGetValue(key, out var origin)
        ? TemplateCatalogue.Module("foundation").Root.Section("Resources").Section(origin).Section("Properties").Section("KeyPolicy")
        : module.Root.Section("Resources").Section(key).Section("Properties").Section("KeyPolicy");

    /// <summary>Only signing goes by another name: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/access-control-managing-permissions.html#KMS-key-policy-for-DNSSEC</summary>
    private static string ServiceOf(string type) => type.Split("::")[1] is "Route53" ? "dnssec-route53" : type.Split("::")[1].ToLowerInvariant();

    private static bool Admits(TemplateMap policy, string service) => Services(policy).Contains(service);

    /// <summary>The services that a policy allows something: themselves, or those that somebody of the account comes through.</summary>
    private static IEnumerable<string> Services(TemplateMap policy) => ((TemplateList)policy["Statement"]!).Items.Cast<TemplateMap>()
        .Where(statement => statement.Text("Effect") == "Allow")
        .SelectMany(statement => Texts(statement.Section("Principal")["Service"]).Concat(Texts(statement.Section("Condition").Section("StringEquals")["kms:ViaService"])))
        .Select(name => name.Split('.')[0]);

    private static IEnumerable<string> Texts(TemplateNode? node) => node switch
    {
        TemplateScalar scalar => [scalar.Text],
        TemplateList list => list.Items.SelectMany(Texts),
        TemplateMap map => Texts(map["Fn::Sub"]),
        _ => [],
    };
}
