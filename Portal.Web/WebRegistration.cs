using Portal.Domain.Requests;
using Portal.Web.Approvals;
using Portal.Web.Environments;
using Portal.Web.Requests;

namespace Portal.Web;

public static class WebRegistration
{
    /// <summary>The services that pages and API share.</summary>
    public static IServiceCollection AddPortalServices(this IServiceCollection services) => services
        .AddSingleton(new SheetPlanner(RequestReader.Read, (_, _) => throw new NotSupportedException(), (_, _) => throw new NotSupportedException()))
        .AddSingleton<SigningBase>()
        .AddSingleton<RequestService>()
        .AddSingleton<ApprovalService>()
        .AddSingleton<EnvironmentService>()
        .AddSingleton<LiveEnvironments>();
}
