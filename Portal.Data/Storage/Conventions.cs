using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Domain.Costs;
using Portal.Domain.Deployments;
using Portal.Domain.Environments;
using Portal.Domain.Planning.Document;
using Portal.Domain.Requests;

namespace Portal.Data.Storage;

/// <summary>Both databases behave alike: instants as UTC ticks, money as nano-dollars, enums by name, typed ids as GUIDs.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder model)
    {
        model.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        model.Properties<Money>().HaveConversion<MoneyConverter>();
        model.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        model.Properties<RequestId>().HaveConversion<RequestIdConverter>();
        model.Properties<EnvironmentId>().HaveConversion<EnvironmentIdConverter>();
        model.Properties<DeploymentId>().HaveConversion<DeploymentIdConverter>();
        model.Properties<Digest>().HaveConversion<DigestConverter>().HaveMaxLength(80);
    }

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class MoneyConverter() : ValueConverter<Money, long>(money => checked((long)money.NanoUsd), nanos => new Money(nanos));

    private sealed class RequestIdConverter() : ValueConverter<RequestId, Guid>(id => id.Value, value => new RequestId(value));

    private sealed class EnvironmentIdConverter() : ValueConverter<EnvironmentId, Guid>(id => id.Value, value => new EnvironmentId(value));

    private sealed class DeploymentIdConverter() : ValueConverter<DeploymentId, Guid>(id => id.Value, value => new DeploymentId(value));

    private sealed class DigestConverter() : ValueConverter<Digest, string>(digest => digest.ToString(), text => new Digest(text));
}
