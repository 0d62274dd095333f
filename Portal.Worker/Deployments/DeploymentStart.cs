using Portal.Data.Deployments;
using Portal.Data.Identity;
using Portal.Domain;
using Portal.Domain.Deployments;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;
using Portal.Worker.Aws;

namespace Portal.Worker.Deployments;

/// <summary>What happens once, before the first call about a deployment: the rules are asked again, images are pinned, stacks are claimed.</summary>
internal sealed class DeploymentStart(AwsClients aws, ShiftStore writes, People people)
{
    private const string Untouched = "Nothing was touched at AWS.";

    /// <returns>False where it may not begin, or not yet.</returns>
    public async Task<bool> BeginAsync(Lease lease, DeploymentOrder order, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(order, cancellationToken) is { } refusal)
        {
            await writes.RefuseAsync(lease, order.Id, refusal.Message, $"{Untouched} Have the current content approved, then start again.", cancellationToken);
            return false;
        }

        try
        {
            return await writes.BeginAsync(lease, order, await PinnedAsync(order, cancellationToken), cancellationToken);
        }
        catch (AwsException failure) when (failure.IsPassing)
        {
            return false;
        }
        catch (AwsException failure)
        {
            await writes.RefuseAsync(lease, order.Id, $"The machine images could not be read: {failure.Message}", $"{Untouched} Give the portal access to the account, then start again.", cancellationToken);
            return false;
        }
    }

    private async Task<Problem?> RefusalAsync(DeploymentOrder order, CancellationToken cancellationToken)
    {
        var sheet = RequestReader.Read(order.Sheet);
        var signers = new Dictionary<string, Actor?>(StringComparer.Ordinal);
        foreach (var name in order.Content.Signatures.Concat(order.AllowedBy?.Signatures ?? []).Select(s => s.UserName).Distinct(StringComparer.Ordinal))
        {
            signers[name] = await people.FindAsync(name, cancellationToken);
        }

        return sheet.IsOk
            ? DeploymentPermit.Refusal(order.Kind, order.Stage, PlanDigest.Of(sheet.Value, order.Folder.Plan, order.Folder.Files), order.Content, order.AllowedBy, signers.GetValueOrDefault)
            : new Problem("sheet", $"The stored sheet can no longer be read: {sheet.Problems[0]}");
    }

    /// <summary>Images that were not known at the signature are pinned now and never again.</summary>
    private async Task<IReadOnlyDictionary<string, string>> PinnedAsync(DeploymentOrder order, CancellationToken cancellationToken)
    {
        var images = new Dictionary<string, string>(order.Images, StringComparer.Ordinal);
        var asked = order.Kind == DeploymentKind.Create ? ImageParameter.In(order.Folder.Plan) : [];
        foreach (var (account, region, path) in asked.Where(i => !images.ContainsKey(ImageParameter.Key(i.Region, i.Path))))
        {
            if (await aws.For(new AwsTarget(account, region), order.Team).Images.ResolveAsync(path, cancellationToken) is { } image)
            {
                images[ImageParameter.Key(region, path)] = image;
            }
        }

        return images;
    }
}
