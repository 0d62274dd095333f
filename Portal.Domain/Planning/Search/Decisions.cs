namespace Portal.Domain.Planning.Search;

/// <summary>What was decided, why, and what else there was. An alternative is the cheapest whole design with that option forced.</summary>
internal sealed class Decisions(PlanningInput input, SearchSpace space, Chooser chooser, Design chosen, Causes causes)
{
    private const int MostInstanceTypes = 4;

    public IReadOnlyList<Decision> All() => [Zones(), .. chosen.Topology.Zones > 1 ? [Nat()] : Array.Empty<Decision>(), Instance(), .. chosen.Database is null ? [] : new[] { Standby(), Class() }];

    private Decision Zones()
    {
        var zones = chosen.Topology.Zones;
        var others = Enumerable.Range(1, 3).Where(count => count != zones).Select(count => (Count(count, "zone"), new Choice { Topology = topology => topology.Zones == count }));
        return Decide("zones", Count(zones, "zone"), causes.Zones, input.Paths.Fleet, others, "what runs survives the loss of a zone at every load without scaling");
    }

    private Decision Nat()
    {
        var layout = chosen.Topology.Nat;
        var other = layout == NatLayout.Shared ? NatLayout.PerZone : NatLayout.Shared;
        var forced = new Choice { Topology = topology => topology.Zones > 1 && topology.Nat == other };
        return Decide("way out to the internet", Text(layout), causes.Nat, SheetPaths.None, [(Text(other), forced)], layout == NatLayout.Shared ? "requests of users do not pass it; with its zone the way out is lost until a route is changed" : "each zone keeps its own way out");

        static string Text(NatLayout layout) => layout == NatLayout.Shared ? "one NAT gateway" : "one NAT gateway a zone";
    }

    private Decision Instance()
    {
        var type = chosen.Fleet.Name;
        var others = space.BestOfFamilies(type)
            .Select(name => (Name: name, Choice: new Choice { Fleet = fleet => fleet.Name == name }))
            .Select(other => (other.Name, other.Choice, Design: chooser.Forced(other.Choice)!))
            .OrderBy(other => chooser.Missed(other.Design).Count).ThenBy(other => other.Design, Design.Cheapest)
            .DistinctBy(other => other.Design.Fleet.Fleet.Type.Family)
            .Take(MostInstanceTypes)
            .Select(other => (other.Name, other.Choice));
        return Decide("instance type", type, [], input.Paths.Fleet, others, "the cheapest fleet that carries CPU, memory and connections");
    }

    private Decision Standby()
    {
        var database = chosen.Database!;
        var forced = new Choice { Database = option => option.MultiAz != database.MultiAz };
        var other = DatabaseOption.LayoutOf(database.Database.Engine, !database.MultiAz);
        return Decide("relational database", database.Layout, causes.Standby, [SheetPaths.Relational], [(other, forced)], database.MultiAz ? "a standby in a second zone takes over without losing data" : "nothing that was asked needs a standby");
    }

    private Decision Class()
    {
        var name = chosen.Database!.Name;
        var others = space.Candidates(new Choice { Topology = topology => topology == chosen.Topology, Database = option => option.Name != name && option.MultiAz == chosen.Database.MultiAz })
            .Select(design => design.Database!.Name).Distinct(StringComparer.Ordinal).Take(1)
            .Select(next => (next, new Choice { Database = option => option.Name == next }));
        return Decide("database class", name, [], [SheetPaths.Relational], others, "the cheapest class that carries queries, connections and memory");
    }

    private Decision Decide(string topic, string option, IReadOnlyList<string> forcing, IReadOnlyList<string> otherwise, IEnumerable<(string Option, Choice Choice)> others, string why)
    {
        return new Decision
        {
            Topic = topic,
            Chosen = option,
            Because = forcing.Count > 0 ? forcing : otherwise,
            Why = forcing.Count > 0 ? $"Every cheaper design without it misses {string.Join(", ", forcing)}; {why}." : $"The cheapest that meets everything; {why}.",
            Alternatives = [.. others.Select(other => (other.Option, Design: chooser.Forced(other.Choice))).Where(other => other.Design is not null).Select(other => new Alternative(other.Option, other.Design!.Monthly, other.Design.FloorPercent, Rejected(other.Design)))],
        };
    }

    private string Rejected(Design design)
    {
        var missed = chooser.Missed(design);
        if (missed.Count > 0)
        {
            return string.Join("; ", missed.Select(requirement => requirement.Missed(design)));
        }

        return design.Monthly > chosen.Monthly ? $"costs {design.Monthly - chosen.Monthly} a month more" : "costs the same and is less simple";
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
