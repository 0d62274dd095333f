using Portal.Domain;

namespace Portal.Web.Api;

/// <summary>Numbers in Prometheus' text format, https://prometheus.io/docs/instrumenting/exposition_formats/.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>One line for every state, also where there is none: a series that vanishes looks like a fault.</summary>
    public static string Gauge<T>(string name, string help, IReadOnlyDictionary<T, int> values) where T : struct, Enum =>
        $"# HELP {name} {help}\n# TYPE {name} gauge\n" + string.Concat(Enum.GetValues<T>().Select(v => $"{name}{{state=\"{Wire.Name(v)}\"}} {values.GetValueOrDefault(v)}\n"));
}
