using System.Collections.Immutable;
using Site.Core.Sources;
using Site.Statistics.Forms;

namespace Site.Tests;

/// <summary>The forms that come with the project, and a short made-up one for tests.</summary>
internal static partial class SampleForms
{
    /// <summary>All form files of the repository.</summary>
    public static ImmutableArray<SourceFile> Files { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "input", "forms"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => SampleSite.File($"input/forms/{Path.GetFileName(file)}", File.ReadAllBytes(file))),
    ];

    /// <summary>The short form alone.</summary>
    public static FormRegistry Registry { get; } = FormReader.Read([SampleSite.File("input/forms/sample.yaml", Short)]).Value;
}
