using Portal.Domain.Planning.Search.Regions;
using Portal.Domain.Requests;

namespace Portal.Domain.Planning.Composing.Values;

/// <summary>What the servers run.</summary>
internal static class SoftwareValues
{
    public static void Add(ModuleValues compute, PlanningInput input, Site site)
    {
        var software = input.Sheet.Application.Software;
        compute.Set("SoftwareKind", Wire.Name(software.Kind));
        compute.Set("AppPort", software.Port);
        var image = software.Kind == SoftwareKind.Container ? ImageRepository.From(software.Image ?? "", input.Region, site.Region) : "";
        compute.Set("ContainerImage", image);
        compute.Set("RepositoryArn", ImageRepository.Arn(image) ?? "");
        var script = software.Kind == SoftwareKind.Script ? Script.Encode(software.Script) : "";
        foreach (var (part, index) in Script.Names.Select((part, index) => (part, index)))
        {
            compute.Set(part, new string([.. script.Skip(index * Script.MostCharacters).Take(Script.MostCharacters)]));
        }
    }
}
