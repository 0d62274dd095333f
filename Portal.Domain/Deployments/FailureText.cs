namespace Portal.Domain.Deployments;

/// <summary>Why a stack failed, in plain words.</summary>
internal static class FailureText
{
    public static string Of(StackModel stack, FailedResource? first) => first is not null
        ? $"{first.LogicalId} ({first.ResourceType}) could not be {Done(first.Status)}: {first.Reason}"
        : $"CloudFormation ended in {stack.Status}{(stack.StatusReason is { Length: > 0 } reason ? ": " + reason : " and gave no reason.")}";

    private static string Done(string status) => status.Split('_')[0] switch
    {
        "DELETE" => "deleted",
        "UPDATE" => "updated",
        _ => "created",
    };
}
