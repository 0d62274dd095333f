namespace Portal.Domain.Controls;

/// <summary>Where subnets lead and in which zones they stand.</summary>
internal static class Subnets
{
    public static IReadOnlyList<ControlledResource> Of(ControlledValue value) => [.. value.Targets.Where(target => target.Type == "AWS::EC2::Subnet")];

    /// <summary>Whether the subnet's route table has a route to an internet gateway.</summary>
    public static bool IsPublic(Inventory inventory, ControlledResource subnet)
    {
        var tables = inventory.OfType("AWS::EC2::SubnetRouteTableAssociation").Where(association => association["SubnetId"].Reaches(subnet))
            .SelectMany(association => association["RouteTableId"].Targets).ToHashSet();
        return inventory.OfType("AWS::EC2::Route").Any(route =>
            route["GatewayId"].Targets.Any(gateway => gateway.Type == "AWS::EC2::InternetGateway") && route["RouteTableId"].Targets.Any(tables.Contains));
    }

    public static int Zones(IEnumerable<ControlledResource> subnets) => subnets.Select(subnet => subnet["AvailabilityZone"].Text).OfType<string>().Distinct().Count();

    /// <summary>Why these are not private subnets; null where they are.</summary>
    public static string? NotPrivate(Inventory inventory, ControlledValue value, string who) => Of(value) switch
    {
        [] => $"{who} in subnets that the plan does not know",
        var subnets when subnets.Any(subnet => IsPublic(inventory, subnet)) => $"{who} in a subnet that the internet reaches",
        _ => null,
    };
}
