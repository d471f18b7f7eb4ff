using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary>From the files of <c>input/returns/</c> to what units have reported.</summary>
internal static class ReturnsReader
{
    private const string Folder = "input/returns/";

    /// <param name="forms">The forms that may have been filled in.</param>
    /// <param name="files">Files of <c>input/</c>; those of <c>input/returns/</c> are read.</param>
    /// <returns>
    /// The returns by form, unit, day and correction (ordinal), superseded ones included, and all that is wrong: codes of subjects
    /// <c>returns</c>, <c>csv</c> and <c>input</c>, none of which repeats a value.
    /// </returns>
    public static Result<ImmutableArray<UnitReturn>> Read(FormRegistry forms, ImmutableArray<SourceFile> files)
    {
        var diagnostics = new List<Diagnostic>();
        var collector = new ReturnCollector();
        UnitNames? units = null;
        foreach (var file in files.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal)).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (file.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !FilledFile.IsTable(file))
            {
                ReturnTable.Read(file, forms, collector, diagnostics);
            }
            else if (!file.Path.EndsWith("/README.md", StringComparison.Ordinal) && !FilledFile.IsLock(file))
            {
                foreach (var filled in FilledFile.Read(file, forms, diagnostics))
                {
                    if (FilledReturn.Read(file.Path, filled, units ??= UnitNames.Read(files, diagnostics), new(), diagnostics).Return is { } read)
                    {
                        collector.Add(read);
                    }
                }
            }
        }

        return new(collector.Finish(diagnostics), [.. diagnostics]);
    }
}
