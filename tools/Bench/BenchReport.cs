using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Portal.Bench;

/// <summary>Every figure measured, as a table for people and as <c>bench.json</c>.</summary>
internal sealed class BenchReport
{
    private readonly List<Figure> figures = [];

    public void Add(string name, string unit, Samples samples) => figures.Add(new Figure(name, unit, samples.Count, samples.Median, samples.P99, samples.Maximum));

    public void Add(string name, string unit, double value) => figures.Add(new Figure(name, unit, 1, value, null, null));

    public void Print(TextWriter output)
    {
        output.WriteLine($"{Machine()}\n");
        output.WriteLine($"{"what",-62} {"n",6} {"median",10} {"p99",10} {"max",10}  unit");
        foreach (var figure in figures)
        {
            output.WriteLine($"{figure.Name,-62} {figure.N,6} {Shown(figure.Median),10} {Shown(figure.P99),10} {Shown(figure.Max),10}  {figure.Unit}");
        }
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "bench.json"), JsonSerializer.Serialize(new { machine = Machine(), figures }, Json) + "\n");
    }

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    private static string Machine() => $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}";

    private static string Shown(double? value) => value?.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture) ?? "";

    private sealed record Figure(string Name, string Unit, int N, double Median, double? P99, double? Max);
}

/// <summary>What was measured again and again.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    public int Count => sorted.Length;

    public double Median => At(0.5);

    public double P99 => At(0.99);

    public double Maximum => sorted[^1];

    /// <summary>The nearest rank.</summary>
    private double At(double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
}
