using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Office.Duties;
using Site.Statistics.Returns;

namespace Site.Office.Imports;

/// <summary>What this machine remembers of an import: which returns came in, and why those of known units were refused.</summary>
public static class ImportRecord
{
    /// <param name="before">What it remembers already; empty for nothing.</param>
    /// <param name="today">The day of the import.</param>
    /// <param name="wasWritten">Whether the returns were written: all of them are, or none.</param>
    /// <returns>The journal with what is new; null where nothing is.</returns>
    public static byte[]? Add(string before, ReceivedReturns received, bool wasWritten, DateOnly today)
    {
        ImmutableArray<JournalEntry> entries = wasWritten
            ? [.. received.Received.Select(one => new JournalEntry(today, one.Form, one.Unit, one.AsOf, null))]
            : [.. received.Files.SelectMany(file => Refused(file, today))];
        return entries.IsEmpty ? null : ImportJournal.Read(before).With(entries).Write();
    }

    /// <summary>A file of one form is refused for all that is wrong with it; of a file of several, each form for what is marked in it.</summary>
    private static IEnumerable<JournalEntry> Refused(ReceivedFile file, DateOnly today)
    {
        foreach (var form in file.Forms.Where(form => form.Unit is not null))
        {
            var reasons = (file.Forms.Length == 1 ? file.Diagnostics : form.Marks.Select(mark => mark.Problem))
                .Where(found => found.Severity == Severity.Error).Select(found => $"{found.Message}{found.Help}".ReplaceLineEndings(" ")).Distinct(StringComparer.Ordinal);
            foreach (var reason in reasons)
            {
                yield return new(today, form.Filled.Form.Id, form.Unit!, form.Day, reason);
            }
        }
    }
}
