namespace Portal.AwsClientGenerator;

/// <summary>What we want from one service.</summary>
/// <param name="Name">The C# name; the client becomes <c>{Name}Client</c>.</param>
/// <param name="Operations">AWS's operation names.</param>
/// <param name="Global">The signing region of a service that has one home for the whole partition.</param>
/// <param name="NoRegionInHost">Such a service's host has no region: <c>route53.amazonaws.com</c>.</param>
/// <param name="Protocol">Where a service speaks several, the one to use.</param>
internal sealed record ManifestEntry(string Name, IReadOnlyList<string> Operations, string? Global, bool NoRegionInHost, string? Protocol);
