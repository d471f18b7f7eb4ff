using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Site.Benchmarks;

// dotnet run -c Release --project tests/Site.Benchmarks -- --filter "*"
// The program is compiled ahead of time again for each run, which takes minutes; with --inProcess it is not.
// With "pictures FOLDER OUT" it makes pictures for tests/node/pictures.mjs.
if (args is ["pictures", var folder, var output])
{
    PictureSamples.Make(folder, output);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(PipelineBenchmarks).Assembly)
    .Run(args, ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(15)));
