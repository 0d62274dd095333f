namespace Portal.Domain.Facts;

/// <summary>The version that new databases of an engine get, under RDS' names.</summary>
/// <param name="ParameterFamily">The parameter group family that goes with it.</param>
/// <param name="IsLongTerm">Whether it is one of Aurora's long-term releases, which are kept for years: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.VersionPolicy.Support.html</param>
/// <param name="StandardSupportEnds">When standard support ends, as a month or a day; RDS makes no new database of it from about a month before. Empty where no date was read.</param>
/// <param name="Source">An id of <c>sources.json</c>.</param>
/// <param name="AsOf">When that was so.</param>
public sealed record EngineVersion(string Engine, string Version, string ParameterFamily, bool IsLongTerm, string StandardSupportEnds, string Source, string AsOf);
