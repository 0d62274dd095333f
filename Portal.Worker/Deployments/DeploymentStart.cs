using Portal.Data.Deployments;
using Portal.Domain;
using Portal.Domain.Deployments;
using Portal.Domain.Identity;
using Portal.Domain.Planning;
using Portal.Domain.Requests;
using Portal.Worker.Aws;

namespace Portal.Worker.Deployments;

/// <summary>What happens once, before the first call about a deployment: the rules are asked again, images are pinned, stacks are claimed.</summary>
internal sealed class DeploymentStart(AwsClients aws, ShiftStore writes)
{
    /// <returns>False where it may not begin, or not yet.</returns>
    public async Task<bool> BeginAsync(Lease lease, DeploymentOrder order, CancellationToken cancellationToken)
    {
        if (Refusal(order) is { } refusal)
        {
            await writes.RefuseAsync(lease, order.Id, refusal.Message, "Nothing was touched at AWS. Have the current content approved, then start again.", cancellationToken);
            return false;
        }

        return await PinnedAsync(order, cancellationToken) is { } images && await writes.BeginAsync(lease, order, images, cancellationToken);
    }

    private static Problem? Refusal(DeploymentOrder order)
    {
        var sheet = RequestReader.Read(order.Sheet);
        return sheet.IsOk
            ? DeploymentPermit.Refusal(order.Kind, order.Stage, PlanDigest.Of(sheet.Value, order.Folder.Plan, order.Folder.Files), order.Content, order.AllowedBy, LocalPeople.Find)
            : new Problem("sheet", $"The stored sheet can no longer be read: {sheet.Problems[0]}");
    }

    /// <summary>Images that were not known at the signature are pinned now and never again. Null: AWS cannot say at the moment.</summary>
    private async Task<IReadOnlyDictionary<string, string>?> PinnedAsync(DeploymentOrder order, CancellationToken cancellationToken)
    {
        var images = new Dictionary<string, string>(order.Images, StringComparer.Ordinal);
        if (order.Kind == DeploymentKind.Destroy)
        {
            return images;
        }

        foreach (var (account, region, path) in ImageParameter.In(order.Folder.Plan).Where(i => !images.ContainsKey(ImageParameter.Key(i.Region, i.Path))))
        {
            try
            {
                if (await aws.For(new AwsTarget(account, region), order.Team).Images.ResolveAsync(path, cancellationToken) is { } image)
                {
                    images[ImageParameter.Key(region, path)] = image;
                }
            }
            catch (AwsException failure) when (failure.IsPassing)
            {
                return null;
            }
        }

        return images;
    }
}
