using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.Files;
using Site.Content.Quizzes.Rules;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Privacy.Recognition;

namespace Site.Content.Rules;

/// <summary>Every check of the site. A new check is a file beside the others and a line here.</summary>
public static class Checks
{
    /// <summary>What is looked at once the whole site has been read.</summary>
    internal static ImmutableArray<ContentCheck> Content { get; } =
    [
        new(nameof(PrivateText), PrivateText.Find),
        new(nameof(BrokenLinks), BrokenLinks.Find),
        new(nameof(MissingPictures), MissingPictures.Find),
        new(nameof(FileEndings), FileEndings.Find),
        new(nameof(FileSizes), FileSizes.Find),
        new(nameof(MissingFiles), MissingFiles.Find),
        new(nameof(CampaignYears), CampaignYears.Find),
        new(nameof(FreeOpenDays), FreeOpenDays.Find),
        new(nameof(ReportHotlines), ReportHotlines.Find),
        new(nameof(FooterEntries), FooterEntries.Find),
        new(nameof(MenuLinks), MenuLinks.Find),
        new(nameof(OwnAddresses), OwnAddresses.Find),
        new(nameof(Logos), Logos.Find),
        new(nameof(ThemeFootLinks), ThemeFootLinks.Find),
        new(nameof(DuplicateQuestionIds), DuplicateQuestionIds.Find),
        new(nameof(QuizLaws), QuizLaws.Find),
        new(nameof(OverdueQuestions), OverdueQuestions.Find),
        new(nameof(DoubleNegations), DoubleNegations.Find),
        new(nameof(CatchAllChoices), CatchAllChoices.Find),
        new(nameof(LongRightChoices), LongRightChoices.Find),
        new(nameof(UnevenAnswerKeys), UnevenAnswerKeys.Find),
        new(nameof(SimilarQuestions), SimilarQuestions.Find),
        new(nameof(EasySteps), EasySteps.Find),
        new(nameof(OverdueReviews), OverdueReviews.Find),
        new(nameof(PageProblems), PageProblems.Find),
        new(nameof(ImpossibleDays), ImpossibleDays.Find),
        new(nameof(Titles), Titles.Find),
        new(nameof(RedirectTargets), RedirectTargets.Find),
    ];

    /// <summary>What is looked at once it is known which files the site will have.</summary>
    internal static ImmutableArray<OutputCheck> Output { get; } =
    [
        new(nameof(OutputPaths), OutputPaths.Find),
        new(nameof(OutputAddresses), OutputAddresses.Find),
    ];

    /// <summary>What is looked at in files beside the pages, byte by byte.</summary>
    internal static ImmutableArray<FileCheck> Files { get; } =
    [
        new(nameof(SvgSafety), [".svg"], SvgSafety.LargestInBytes, SvgSafety.Find),
        new(nameof(SvgComplexity), [".svg"], SvgSafety.LargestInBytes, SvgComplexity.Find),
        new(nameof(EndlessMotion), [".gif", ".png", ".webp"], FileContents.LargestInBytes, EndlessMotion.Find),
        new(nameof(DocumentAuthors), [".docx", ".xlsx", ".pptx", ".pdf"], DocumentAuthors.LargestInBytes, DocumentAuthors.FindOncePublished),
        new(nameof(CameraNotes), [".docx", ".xlsx", ".pptx", ".pdf", ".zip", ".avif"], DocumentAuthors.LargestInBytes, CameraNotes.Find),
        new(nameof(FileContents), FileContents.Endings, FileContents.LargestInBytes, FileContents.Find),
    ];

    private static FrozenSet<string> Endings { get; } = Files.SelectMany(check => check.Endings).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Finds what is wrong with pages and settings, as far as the whole site is needed to see it.</summary>
    /// <returns>Problems in no particular order.</returns>
    public static IEnumerable<Diagnostic> FindInContent(Website website) =>
        Content.SelectMany(check => check.Find(website));

    /// <summary>Finds files of <c>content/</c> that are not what their names say, or that do more than lie there.</summary>
    /// <param name="files">All files; those whose ending a check wants are loaded.</param>
    /// <param name="website">What was read from them; it says which telephones may be shown.</param>
    /// <param name="remembered">Gives what an earlier run found in an equal file, or else calls the function; null where nothing is remembered.</param>
    /// <returns>Problems in no particular order.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static IEnumerable<Diagnostic> FindInFiles(
        IReadOnlyList<SourceFile> files, Website website, Func<SourceFile, Func<SourceFile, FileFindings>, FileFindings>? remembered = null)
    {
        var own = files.Where(file => !file.Path.Split('/').Any(name => FileNames.IsLeftover(name))).ToArray();
        var found = own.Select(file => remembered is null ? FindInFile(file) : remembered(file, FindInFile)).ToList();
        return found.SelectMany(file => file.Diagnostics)
            .Concat(FileExtension.FindDoubled(own.Select(file => file.Path)))
            .Concat(PrivateFiles.Find([.. found.SelectMany(file => file.Suspicions)], () => new(DeclaredContacts.OfSiteAndPages(website))));
    }

    /// <returns>Whether <see cref="FindInFiles"/> looks into a file.</returns>
    public static bool LooksInto(SourceFile file) => PrivateFiles.IsText(file) || Endings.Contains(FileExtension.Of(file.Path));

    /// <summary>Finds files whose paths clash or cannot be written; their bytes are not read.</summary>
    /// <returns>Problems in no particular order.</returns>
    public static IEnumerable<Diagnostic> FindInOutput(IReadOnlyList<OutputFile> files) =>
        Output.SelectMany(check => check.Find(files));

    /// <summary>What a strict build does not let pass: footer entries that a government site must carry and that are missing.</summary>
    /// <returns>The same diagnostics in the same order, those as errors.</returns>
    public static IEnumerable<Diagnostic> Strictly(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(diagnostic => diagnostic.Code == FooterEntries.Missing ? diagnostic with { Severity = Severity.Error } : diagnostic);

    private static FileFindings FindInFile(SourceFile file)
    {
        var ending = FileExtension.Of(file.Path);
        var wanted = Endings.Contains(ending) ? Files.Where(check => check.Endings.Contains(ending) && file.Length <= check.LargestInBytes).ToArray() : [];
        var suspicions = PrivateFiles.In(file);
        if (wanted.Length == 0)
        {
            return new([], suspicions);
        }

        var bytes = file.Load();
        return new([.. wanted.SelectMany(check => check.Find(file.Path, bytes))], suspicions);
    }
}

/// <summary>A check of the whole site as read.</summary>
/// <param name="Name">The class that finds.</param>
/// <param name="Find">Finds what is wrong; may run beside other checks.</param>
internal sealed record ContentCheck(string Name, Func<Website, IEnumerable<Diagnostic>> Find);

/// <summary>A check that needs a file's bytes.</summary>
/// <param name="Name">The class that finds.</param>
/// <param name="Endings">Which files it wants, by the ending of their names in lower case, with the dot.</param>
/// <param name="LargestInBytes">The longest file that it reads; a longer one is not loaded for it.</param>
/// <param name="Find">Finds what is wrong, given the path from the site folder and all bytes; may run beside other checks.</param>
internal sealed record FileCheck(
    string Name, ImmutableArray<string> Endings, int LargestInBytes, Func<string, byte[], IEnumerable<Diagnostic>> Find);

/// <summary>A check of the list of files that are about to be written; their bytes are not made for it.</summary>
/// <param name="Name">The class that finds.</param>
/// <param name="Find">Finds what is wrong.</param>
internal sealed record OutputCheck(string Name, Func<IReadOnlyList<OutputFile>, IEnumerable<Diagnostic>> Find);

/// <summary>What one file beside the pages says of itself.</summary>
/// <param name="Diagnostics">What is wrong with it.</param>
/// <param name="Suspicions">What looks private in it, declared or not.</param>
public sealed record FileFindings(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<Suspicion> Suspicions);
