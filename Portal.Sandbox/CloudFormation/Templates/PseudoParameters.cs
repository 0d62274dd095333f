namespace Portal.Sandbox.CloudFormation.Templates;

public sealed record PseudoParameters(string Account, string Region, string StackName, string StackId, IReadOnlyList<string> NotificationArns)
{
    public static readonly IReadOnlySet<string> Names = new HashSet<string>
    {
        "AWS::AccountId", "AWS::NotificationARNs", "AWS::NoValue", "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName", "AWS::URLSuffix",
    };

    public Node? Find(string name) => name switch
    {
        "AWS::AccountId" => Node.Text(Account),
        "AWS::Region" => Node.Text(Region),
        "AWS::Partition" => Node.Text("aws"),
        "AWS::URLSuffix" => Node.Text("amazonaws.com"),
        "AWS::StackName" => Node.Text(StackName),
        "AWS::StackId" => Node.Text(StackId),
        "AWS::NotificationARNs" => Node.List(NotificationArns.Select(Node.Text)),
        "AWS::NoValue" => Node.NoValue,
        _ => null,
    };
}
