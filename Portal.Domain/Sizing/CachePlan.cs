using Portal.Domain.Requests;

namespace Portal.Domain.Sizing;

/// <summary>The cache of one region.</summary>
public sealed record CachePlan(string Region, CacheEngine Engine, string NodeType, int Nodes);
