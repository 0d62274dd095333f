using Portal.Bench;

// bench.sh calls this with the number of sheets to try by brute force and the folder of the results.
var bruteForce = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 1000;
var results = args.Length > 1 ? args[1] : "artifacts";
var report = new BenchReport();

PlanSpeed.Measure(report);
PlanGrowth.Measure(report);
CommandSpeed.Measure(report);
var agrees = Exactness.Measure(report, bruteForce);

report.Print(Console.Out);
report.Write(results);
return agrees ? 0 : 1;
