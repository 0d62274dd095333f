using Portal.Data;
using Portal.Web;
using Portal.Web.Api;
using Portal.Web.Hosting;
using Portal.Web.Identity;

if (args is ["token", .. var words])
{
    return await TokenCommand.RunAsync(words);
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddAddress();
builder.AddDataFolder();
builder.Services.AddPortalData(builder.Configuration);
builder.Services.AddPortalServices();
builder.AddSignIn();
builder.AddApi();
builder.AddPages();
builder.AddEmbedded();

var app = builder.Build();
app.UseSecurity();
app.UseSignIn();
app.UseAntiforgery();
app.MapSignIn();
app.MapApi();
app.MapHealth();
app.MapPages();
await app.MigrateAsync();
await app.RunAsync();
return 0;
