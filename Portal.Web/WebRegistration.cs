using Portal.Domain.Facts;
using Portal.Domain.Planning;
using Portal.Domain.Requests;
using Portal.Web.Approvals;
using Portal.Web.Controls;
using Portal.Web.Environments;
using Portal.Web.Identity;
using Portal.Web.Requests;

namespace Portal.Web;

public static class WebRegistration
{
    /// <summary>The services that pages and API share.</summary>
    public static IServiceCollection AddPortalServices(this IServiceCollection services) => services
        .AddSingleton(_ => new SheetPlanner(RequestReader.Read, (sheet, addresses) => PlanPipeline.Run(sheet, addresses, AwsFacts.Embedded), (sheet, addresses) => PlanPipeline.Design(sheet, addresses, AwsFacts.Embedded)))
        .AddSingleton<SigningBase>()
        .AddSingleton<TokenService>()
        .AddSingleton<StandingPlans>()
        .AddSingleton<RequestService>()
        .AddSingleton<WaiverService>()
        .AddSingleton<ApprovalService>()
        .AddSingleton<EnvironmentService>()
        .AddSingleton<LiveEnvironments>();
}
