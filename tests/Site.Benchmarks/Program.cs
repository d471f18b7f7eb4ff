using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Site.Benchmarks -- --filter "*"
BenchmarkSwitcher.FromAssembly(typeof(Site.Benchmarks.LineBenchmarks).Assembly).Run(args);
