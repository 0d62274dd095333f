using System.Net;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Places;

/// <summary>Where clients of an internal endpoint come from: the addresses that are in use elsewhere, else the private range that companies use most.</summary>
internal static class ClientNetwork
{
    private static readonly IPNetwork Usual = IPNetwork.Parse("10.0.0.0/8");

    public static IPNetwork Of(RequestSheet sheet) => sheet.Network.Reserved.Count > 0 ? sheet.Network.Reserved[0] : Usual;
}
