using Portal.Domain.Approvals;
using Portal.Domain.Deployments;
using Portal.Domain.Identity;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Deployments;

public sealed class DeploymentPermitTests
{
    private static readonly Digest Content = Digest.Of([new("content", "a")]);
    private static readonly Digest Action = Digest.Of([new("action", "destroy")]);
    private static readonly SignedContent Created = new(RequestKind.Create, "requester", Content, [Signature("approver", Content)]);

    [Fact]
    public void SignedCreation_MayGoOn() => Assert.Null(Refusal(DeploymentKind.Create, Stage.Production, Created));

    [Fact]
    public void OtherBytes_AreRefused() =>
        Assert.Equal("digest", DeploymentPermit.Refusal(DeploymentKind.Create, Stage.Production, Digest.Of([new("content", "b")]), Created, Created, LocalPeople.Find)!.Path);

    [Fact]
    public void B31_OwnSignature_IsRefused() =>
        Assert.NotNull(Refusal(DeploymentKind.Create, Stage.Production, Created with { Signatures = [Signature("requester", Content)] }));

    [Fact]
    public void B32_SignerWhoIsNoApproverAnyMore_IsRefused() => Assert.NotNull(
        DeploymentPermit.Refusal(DeploymentKind.Create, Stage.Production, Content, Created, Created, name => LocalPeople.Find(name)! with { Roles = new HashSet<Role> { Role.Auditor } }));

    [Fact]
    public void SignatureUnderOlderContent_IsRefused() =>
        Assert.NotNull(Refusal(DeploymentKind.Create, Stage.Production, Created with { Signatures = [Signature("approver", Action)] }));

    [Fact]
    public void Destroy_OfDevelopment_NeedsNoSignature_OfOthersItDoes()
    {
        Assert.Null(Refusal(DeploymentKind.Destroy, Stage.Development, null));
        Assert.NotNull(Refusal(DeploymentKind.Destroy, Stage.Staging, null));
        Assert.NotNull(Refusal(DeploymentKind.Destroy, Stage.Production, Created));
        Assert.Null(Refusal(DeploymentKind.Destroy, Stage.Production, new SignedContent(RequestKind.Destroy, "requester", Action, [Signature("approver", Action)])));
    }

    [Fact]
    public void Retry_NeedsItsOwnSignature_AndTheContents()
    {
        var retry = new SignedContent(RequestKind.Retry, "requester", Action, [Signature("approver", Action)]);

        Assert.Null(Refusal(DeploymentKind.Create, Stage.Production, retry));
        Assert.NotNull(Refusal(DeploymentKind.Create, Stage.Production, retry with { Signatures = [] }));
        Assert.NotNull(DeploymentPermit.Refusal(DeploymentKind.Create, Stage.Production, Content, Created with { Signatures = [] }, retry, LocalPeople.Find));
    }

    private static Portal.Domain.Problem? Refusal(DeploymentKind kind, Stage stage, SignedContent? allowedBy) =>
        DeploymentPermit.Refusal(kind, stage, Content, allowedBy?.Kind == RequestKind.Create ? allowedBy : Created, allowedBy, LocalPeople.Find);

    private static Approval Signature(string userName, Digest digest) => new()
    {
        UserName = userName,
        Decision = ApprovalDecision.Approve,
        Digest = digest,
        BaseState = BaseState.Empty,
        At = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero),
    };
}
