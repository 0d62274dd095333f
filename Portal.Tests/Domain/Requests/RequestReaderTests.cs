using System.Net;
using Portal.Domain.Costs;
using Portal.Domain.Requests;
using OperatingSystem = Portal.Domain.Requests.OperatingSystem;
using Processor = Portal.Domain.Requests.Architecture;

namespace Portal.Tests.Domain.Requests;

public sealed class RequestReaderTests
{
    [Theory]
    [InlineData(Stage.Development)]
    [InlineData(Stage.Staging)]
    [InlineData(Stage.Production)]
    public void Read_SmallSheetOfEachStage_IsValid(Stage stage) => Assert.Equal(stage, Make.Sheet(stage).Metadata.Stage);

    [Fact]
    public void Read_SmallestSheet_FillsInTheDefaultsOfTheContract()
    {
        var sheet = RequestReader.Read(Sheets.Smallest).Expect();

        Assert.Equal(Exposure.Public, sheet.Traffic.Exposure);
        Assert.Equal(25, sheet.Traffic.MeanRps);
        Assert.Equal(TrafficPattern.Steady, sheet.Traffic.Pattern);
        Assert.Equal(8, sheet.Traffic.DynamicResponseKb);
        Assert.Null(sheet.Application.RpsPerVcpu);
        Assert.Equal(60, sheet.Application.TargetCpuPercent);
        Assert.Equal(WorkloadClass.Standard, sheet.Application.Workload);
        Assert.Equal(2, sheet.Application.MemoryGbPerVcpu);
        Assert.True(sheet.Application.Stateless);
        Assert.Equal([Processor.Arm64, Processor.X86], sheet.Application.Architectures);
        Assert.Equal(OperatingSystem.Linux, sheet.Application.OperatingSystem);
        Assert.Equal(SoftwareKind.None, sheet.Application.Software.Kind);
        Assert.Equal(new Recovery(), sheet.Recovery);
        Assert.Equal(new DataNeeds(), sheet.Data);
        Assert.Equal(IPNetwork.Parse("10.64.0.0/10"), sheet.Network.CidrPool);
        Assert.Null(sheet.Dns);
        Assert.Equal(Purchase.OnDemand, sheet.Budget.Purchase);
        Assert.False(sheet.Budget.AllowSpot);
    }

    [Fact]
    public void Read_ExampleOfTheContract_KeepsEveryValue()
    {
        var sheet = RequestReader.Read(Sheets.Full).Expect();

        Assert.Equal("Web shop of the EU region", sheet.Metadata.Description);
        Assert.Equal(80, sheet.Traffic.Audience["EU"]);
        Assert.Equal("public.ecr.aws/nginx/nginx:1.29", sheet.Application.Software.Image);
        Assert.Equal(new Objective(TimeSpan.FromDays(1), TimeSpan.FromDays(1)), sheet.Recovery.Region);
        Assert.Equal("111122223333", sheet.Placement.Account);
        Assert.Equal([ComplianceProgram.PciDss], sheet.Compliance);
        Assert.Null(sheet.Data.Relational!.ReadReplicas);
        Assert.Equal(500, sheet.Data.KeyValue!.ReadsPerSecond);
        Assert.Equal(CacheEngine.Valkey, sheet.Data.Cache!.Engine);
        Assert.True(sheet.Data.Objects!.PublicStatic);
        Assert.Equal([IPNetwork.Parse("10.0.0.0/8")], sheet.Network.Reserved);
        Assert.Equal("Z0123456789ABCDEFGHIJ", sheet.Dns!.HostedZone);
        Assert.Equal(Money.FromUsd(6000), sheet.Budget.MonthlyUsd);
    }
}
