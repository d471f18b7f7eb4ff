using System.Collections.Immutable;
using Site.Core.Diagnostics;

namespace Site.Content.Markdown;

/// <summary>What is noted about one page while its Markdown is written out as HTML.</summary>
/// <param name="path">The source file.</param>
/// <param name="startLine">Line of the file, from 1, on which the text starts.</param>
/// <param name="lineStarts">Offset in the text at which each of its lines starts, rising from 0.</param>
internal sealed class MarkdownContext(string path, int startLine, List<int> lineStarts)
{
    public ImmutableArray<Heading>.Builder Headings { get; } = ImmutableArray.CreateBuilder<Heading>();

    public ImmutableArray<Link>.Builder Links { get; } = ImmutableArray.CreateBuilder<Link>();

    public ImmutableArray<Picture>.Builder Pictures { get; } = ImmutableArray.CreateBuilder<Picture>();

    public ImmutableArray<Diagnostic>.Builder Diagnostics { get; } = ImmutableArray.CreateBuilder<Diagnostic>();

    private bool hasError;

    public ElementIds Ids { get; } = new();

    /// <summary>Tables so far: each has a number in its label, since two regions of a page must not be called the same.</summary>
    public int Tables { get; set; }

    /// <summary>Level of the heading before; the page's title is level 1.</summary>
    public int HeadingLevel { get; set; } = 1;

    /// <summary>How many levels the source's headings lie below those of the page, 0 or more: in a quiz, those above are questions.</summary>
    public int HeadingShift { get; set; }

    /// <summary>Notes a diagnostic, unless there are 1,000 already, which nobody reads; the first error is always noted, since it stops the build.</summary>
    public void Report(Diagnostic diagnostic)
    {
        var isFirstError = diagnostic.Severity == Severity.Error && !hasError;
        hasError |= isFirstError;
        if (Diagnostics.Count < 1000 || isFirstError)
        {
            Diagnostics.Add(diagnostic);
        }
    }

    /// <summary>Place of an offset in the text, 0 or more.</summary>
    public Location At(int offset)
    {
        var line = lineStarts.BinarySearch(offset);
        line = line < 0 ? Math.Max(~line - 1, 0) : line;
        return new(path, startLine + line, Math.Max(offset - lineStarts[line], 0) + 1);
    }
}
