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
        .AddSingleton(provider => Planner(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<SigningBase>()
        .AddSingleton<TokenService>()
        .AddSingleton<StandingPlans>()
        .AddSingleton<RequestService>()
        .AddSingleton<WaiverService>()
        .AddSingleton<ApprovalService>()
        .AddSingleton<EnvironmentService>()
        .AddSingleton<LiveEnvironments>();

    /// <summary>The setting says whether the accounts have the baseline; the sandbox has none.</summary>
    private static SheetPlanner Planner(IConfiguration settings)
    {
        var hasBaseline = settings.GetValue("Accounts:Baseline", defaultValue: false);
        return new(RequestReader.Read, (sheet, addresses) => PlanPipeline.Run(sheet, addresses, AwsFacts.Embedded, hasBaseline), (sheet, addresses) => PlanPipeline.Design(sheet, addresses, AwsFacts.Embedded));
    }
}
