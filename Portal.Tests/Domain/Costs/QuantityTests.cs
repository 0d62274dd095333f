using Portal.Domain.Costs;
using Portal.Domain.Planning.Document;
using Portal.Tests.Domain.Planning.Sheets;

namespace Portal.Tests.Domain.Costs;

/// <summary>
/// How much of each thing is billed that follows from the load, worked by hand beside <see cref="PriceTests"/>: 50 requests a second are 131,400,000 in a month of 730 hours, 5 new connections a second 13,140,000;
/// logs are kept for 400 of its 30 5/12 days, compressed to 15 %. Two servers run, one of which would do.
/// </summary>
public sealed class QuantityTests
{
    private static readonly Plan Shop = Designs.Of();
    private static readonly Plan Pictures = Designs.Of(DataSheets.InEurope($"{DataSheets.Objects}\n  {DataSheets.Cache}", DataSheets.RegionLoss("15m", "40m"), ("residency: [EU]", "residency: [EU]\n  secondaryRegions: [eu-north-1]")));
    private static readonly Plan Global = Designs.Of(("connections: 100", "connections: 100, service: aurora"), ("recovery:\n", "recovery:\n  region: { rpo: 1m, rto: 1h }\n"), ("monthlyUsd: 2000", "monthlyUsd: 20000"));

    [Theory]
    [InlineData("Amazon S3", "Access logs, storage", 103.68)] // 131.4 million lines of 60 bytes
    [InlineData("Amazon S3", "Access logs, writes", 17.52)] // two nodes, each a file every five minutes
    [InlineData("Amazon CloudWatch", "Flow log, taken in", 5.7816)] // 13.14 million connections of 440 bytes
    [InlineData("Amazon CloudWatch", "Flow log, kept", 11.4048)]
    [InlineData("AWS WAF", "Requests", 131.4)]
    [InlineData("Amazon CloudWatch", "Firewall log, taken in", 1.971)] // 15 bytes a request
    [InlineData("Amazon CloudWatch", "Firewall log, kept", 3.888)]
    [InlineData("Amazon CloudWatch", "Application log, taken in", 32.85)] // 250 bytes a request
    [InlineData("Amazon CloudWatch", "Application log, kept", 64.8)]
    [InlineData("Amazon CloudWatch", "Database logs, taken in", 0.5)]
    [InlineData("Amazon CloudWatch", "Database logs, kept", 0.9863)]
    [InlineData("Amazon CloudWatch", "Memory and disk of the servers", 2)]
    [InlineData("Amazon VPC", "Data through NAT", 36.85)] // the log, and 2 GB a server
    [InlineData("Data transfer", "Between zones, to the shared NAT gateway", 36.85)] // half of it, in both directions
    [InlineData("AWS Secrets Manager", "Calls", 0.146)] // two servers, once an hour
    [InlineData("Data transfer", "Between zones, application and database", 315.36)] // a quarter of 240 a second, 2 KB each, half of them, in both directions
    public void Shop_PaysForWhatItsLoadMakes_AndNoneOfItAsPremium(string service, string item, double quantity) => Billed(Shop, "eu-central-1", service, item, quantity, 0);

    [Theory]
    [InlineData("Amazon EBS", "Root volumes gp3", 40)]
    [InlineData("Amazon CloudWatch", "Detailed metrics of the instances", 14)]
    [InlineData("AWS Key Management Service", "Requests", 0.4)]
    public void Shop_PaysHalfOfWhatItsServersBring_AsPremium(string service, string item, double quantity) => Billed(Shop, "eu-central-1", service, item, quantity, 0.5);

    [Theory]
    [InlineData("eu-west-1", "Amazon S3", "Objects, storage", 500, 0)]
    [InlineData("eu-west-1", "Amazon S3", "Objects, older versions", 49.3151, 1)] // a tenth of 500 GB is written anew each month, and kept 30 days
    [InlineData("eu-west-1", "Amazon S3", "Objects, writes", 200, 0)] // 50 GB in objects of 250 KB
    [InlineData("eu-west-1", "Amazon S3", "Objects, reads", 13_140, 0)] // one in ten requests
    [InlineData("eu-west-1", "Data transfer", "Objects to the other region", 50, 1)]
    [InlineData("eu-west-1", "Amazon S3", "Copying within fifteen minutes", 50, 1)]
    [InlineData("eu-west-1", "Amazon CloudWatch", "Metrics of the copying", 1, 1)]
    [InlineData("eu-west-1", "Data transfer", "Between zones, application and cache", 1642.5, 0)] // a quarter of 5,000 a second, 1 KB each, half of them
    [InlineData("eu-north-1", "Amazon S3", "Copied objects, storage", 500, 1)]
    [InlineData("eu-north-1", "Amazon S3", "Copied objects, older versions", 49.3151, 1)]
    [InlineData("eu-north-1", "Amazon S3", "Copied objects, writes", 200, 1)]
    [InlineData("eu-north-1", "Amazon CloudWatch", "Metrics of the copying", 3, 1)]
    public void Objects_AndTheirCopy_ArePaidByTheirSize(string region, string service, string item, double quantity, double premium) => Billed(Pictures, region, service, item, quantity, premium);

    [Theory]
    [InlineData("eu-central-1", "Amazon Aurora", "Storage", 50, 0)]
    [InlineData("eu-central-1", "Amazon Aurora", "I/O", 78.84, 0)] // a quarter of 2 x 40 + 200 / 5 a second
    [InlineData("eu-central-1", "Amazon Aurora", "Backups beyond the free share", 7, 1)] // a week of 2 % a day
    [InlineData("eu-central-1", "Amazon Aurora", "Replicated write I/O", 52.56, 1)] // a quarter of 2 x 40 a second
    [InlineData("eu-central-1", "Data transfer", "Replication to another region", 105.12, 1)] // a quarter of 40 a second, 4 KB each
    [InlineData("us-east-1", "Amazon Aurora", "Storage", 50, 1)]
    public void GlobalDatabase_PaysForWhatItsWritesMake(string region, string service, string item, double quantity, double premium) => Billed(Global, region, service, item, quantity, premium);

    private static void Billed(Plan plan, string region, string service, string item, double quantity, double premium)
    {
        var line = Assert.Single(plan.Cost!.Lines, line => line.Region == region && line.Service == service && line.Item == item);

        Assert.Equal(((decimal)quantity, line.MonthlyUsd * (decimal)premium), (line.Quantity, line.PremiumUsd));
    }
}
