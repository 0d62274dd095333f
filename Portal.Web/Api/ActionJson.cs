using System.Text.Json.Serialization;
using Portal.Web.Environments;

namespace Portal.Web.Api;

/// <summary><c>{ "requestId" }</c> where it must be signed first, else <c>{ "deploymentId" }</c>.</summary>
internal sealed record ActionJson
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RequestId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DeploymentId { get; init; }

    public static ActionJson Of(ActionAccepted accepted) => new() { RequestId = accepted.RequestId?.ToString(), DeploymentId = accepted.DeploymentId?.ToString() };
}
