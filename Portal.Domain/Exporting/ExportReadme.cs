using System.Text;
using Portal.Domain.Planning.Document;

namespace Portal.Domain.Exporting;

/// <summary><c>README.md</c> of an export: what it is, how to deploy, check and remove it.</summary>
internal static class ExportReadme
{
    public static string Of(Plan plan, IReadOnlyList<StackPlan> order, bool isProven)
    {
        var text = new StringBuilder();
        Paragraph(text, $"# {plan.Team}/{plan.Name}");
        Paragraph(text, order.Count == 0
            ? "A plan that was refused: there is nothing to deploy. `summary.md` says why, `plan.json` what would do instead."
            : "A plan as plain CloudFormation, deployed with nothing but bash and the AWS CLI. `summary.md` explains it, `plan.json` is the whole of it, `stacks/` holds the templates and `parameters/` what they get.");
        Paragraph(text, $"Digest: `{plan.Digest}`");
        if (plan.Cost is { } cost)
        {
            Paragraph(text, $"Expected cost: {cost.MonthlyUsd} a month, {cost.AtPeakUsd} at full size, by the price book {cost.PriceVersion}, without tax.");
        }

        if (order.Count > 0)
        {
            Deploy(text, order);
            Domain(text, Delegation.Of(order));
        }

        if (isProven)
        {
            Check(text);
        }

        if (order.Count > 0)
        {
            Remove(text, order);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Deploy(StringBuilder text, IReadOnlyList<StackPlan> order)
    {
        Paragraph(text, "## Deploy");
        Paragraph(text, "    bash deploy.sh");
        Paragraph(text, $"It needs credentials of account {string.Join(", ", order.Select(stack => stack.Account).Distinct())} and makes the stacks one after the other. It stops at the first that fails and says why; running it again goes on there and changes nothing that is as planned. `--endpoint-url URL` or `AWS_ENDPOINT_URL` sends every call elsewhere. Servers get the image of the day on which their stack is made, and keep it on later runs.");
        Paragraph(text, $"By typical times it takes about {Minutes(order.Sum(stack => stack.ExpectedSeconds))} in all. This is the order:");
        text.Append("| no. | stack | region | after |\n|---|---|---|---|\n");
        for (var i = 0; i < order.Count; i++)
        {
            text.Append($"| {i + 1} | {order[i].Name} | {order[i].Region} | {string.Join(", ", order[i].DependsOn.Select(name => Number(order, name)).Order())} |\n");
        }

        text.Append('\n');
    }

    private static void Domain(StringBuilder text, Delegation? delegation)
    {
        if (delegation is null)
        {
            return;
        }

        Paragraph(text, "## The domain");
        Paragraph(text, $"Stack {delegation.Zone.Name} makes the zone of {delegation.Domain}, and the script then prints its name servers. Enter them as NS records of {delegation.Domain} in the zone above it, or at its registrar, while the script runs on.{Waiting(delegation)}");
        if (delegation.IsSigned)
        {
            Paragraph(text, "The zone is signed. Once everything stands, enter the DS record that Route 53 shows under *DNSSEC signing* in the zone above, too.");
        }
    }

    private static string Waiting(Delegation delegation) => delegation.Waiting.Count == 0
        ? ""
        : $" A certificate is issued only once the world sees them: {string.Join(", ", delegation.Waiting.Select(stack => stack.Name))} stay in CREATE_IN_PROGRESS until then, and everything after them waits. AWS gives up after 72 hours; then delete the stack and run the script again.";

    private static void Check(StringBuilder text)
    {
        Paragraph(text, "## Check the digest");
        Paragraph(text, $"`{DigestProof.LinesPath}` lists each part of the digest with its sha256, and its own sha256 is the digest. `sheet.json`, `vpc-cidrs`, `price-version` and `facts-version` are the parts that are no file of the plan.");
        Paragraph(text, $"    awk -F '\\t' '{{ print $2 \"  \" $1 }}' {DigestProof.LinesPath} | sha256sum --check\n    sha256sum {DigestProof.LinesPath}");
        Paragraph(text, "The digest covers what is built. `deploy.sh`, `parameters/` and this file are made from it for your convenience and are not covered.");
    }

    private static void Remove(StringBuilder text, IReadOnlyList<StackPlan> order)
    {
        Paragraph(text, "## Remove");
        Paragraph(text, "Delete the stacks in the reverse order, each after the one before is gone. What a template retains, such as keys, logs and last snapshots, stays and goes on costing; a bucket must be empty first, and a backup vault, too.");
        if (order.Any(IsLocked))
        {
            Paragraph(text, $"Load balancers and databases refuse their deletion until `DeletionProtection` is `false` in {string.Join(", ", order.Where(IsLocked).Select(stack => stack.Name))}: write that into the stack's file under `parameters/` and run `deploy.sh` before.");
        }

        if (order.Any(stack => stack.TerminationProtection))
        {
            text.Append("    aws cloudformation update-termination-protection --no-enable-termination-protection --region REGION --stack-name STACK\n");
        }

        Paragraph(text, "    aws cloudformation delete-stack --region REGION --stack-name STACK\n    aws cloudformation wait stack-delete-complete --region REGION --stack-name STACK");
    }

    private static bool IsLocked(StackPlan stack) => stack.Parameters.GetValueOrDefault("DeletionProtection") is StackParameter.Text { Value: "true" };

    private static int Number(IReadOnlyList<StackPlan> order, string name) => order.Select((stack, at) => (stack.Name, Number: at + 1)).Single(stack => stack.Name == name).Number;

    private static string Minutes(int seconds) => $"{Math.Ceiling(seconds / 60m):0} min";

    private static void Paragraph(StringBuilder text, string paragraph) => text.Append(paragraph).Append("\n\n");
}
