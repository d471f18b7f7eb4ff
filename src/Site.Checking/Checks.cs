using System.Collections.Immutable;
using Site.Checking.Content;
using Site.Checking.Files;
using Site.Checking.Output;
using Site.Checking.SignOffs;
using Site.Checking.Text;
using Site.Model;
using Site.Model.Privacy;

namespace Site.Checking;

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
        new(nameof(ConsultationDays), ConsultationDays.Find),
        new(nameof(FreeOpenDays), FreeOpenDays.Find),
        new(nameof(ReportHotlines), ReportHotlines.Find),
        new(nameof(FooterEntries), FooterEntries.Find),
        new(nameof(MenuLinks), MenuLinks.Find),
        new(nameof(QuestionIds), QuestionIds.Find),
        new(nameof(LawReferences), LawReferences.Find),
        new(nameof(OverdueQuizzes), OverdueQuizzes.Find),
        new(nameof(DoubleNegations), DoubleNegations.Find),
        new(nameof(CatchAllChoices), CatchAllChoices.Find),
        new(nameof(LongRightChoices), LongRightChoices.Find),
        new(nameof(PiledAnswers), PiledAnswers.Find),
        new(nameof(SimilarQuestions), SimilarQuestions.Find),
        new(nameof(OverdueGuides), OverdueGuides.Find),
        new(nameof(RecordingTexts), RecordingTexts.Find),
        new(nameof(Titles), Titles.Find),
        new(nameof(OldAddresses), OldAddresses.Find),
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
        new(nameof(FileContents), FileContents.Endings, FileContents.LargestInBytes, FileContents.Find),
    ];

    /// <summary>Finds what is wrong with pages and settings, as far as the whole site is needed to see it.</summary>
    /// <returns>Problems in no particular order.</returns>
    public static IEnumerable<Problem> FindInContent(Website website) =>
        Content.SelectMany(check => check.Find(website));

    /// <summary>Finds files of <c>content/</c> that are not what their names say, or that do more than lie there.</summary>
    /// <param name="files">All files; those whose ending a check wants are loaded.</param>
    /// <param name="website">What was read from them; it says which telephones may be shown.</param>
    /// <returns>Problems in no particular order.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static IEnumerable<Problem> FindInFiles(IReadOnlyList<SourceFile> files, Website website) =>
        files.SelectMany(FindInFile).Concat(PrivateFiles.Find(files, () => new(PublicContacts.OfSiteAndPages(website))));

    /// <summary>Finds files that cannot lie beside one another, or nowhere at all; asks none of them for its bytes.</summary>
    /// <returns>Problems in no particular order.</returns>
    public static IEnumerable<Problem> FindInOutput(IReadOnlyList<OutputFile> files) =>
        Output.SelectMany(check => check.Find(files));

    /// <summary>Compares what the policy asks to be signed with the ledgers.</summary>
    /// <returns>Errors <c>sign-off/missing</c>, <c>sign-off/void</c> and <c>sign-off/same-office</c>, in the order of the things.</returns>
    public static IEnumerable<Problem> FindInSignOffs(SignOffBook book, IEnumerable<SignedThing> things) =>
        things.SelectMany(thing => SignOffCheck.Compare(book, thing));

    /// <returns>The signatures of a thing that hold, one for each role, in the order of the policy.</returns>
    public static ImmutableArray<Signature> ValidSignatures(SignOffBook book, SignedThing thing) => SignOffCheck.Valid(book, thing);

    /// <returns>What to say when one office signs for two roles.</returns>
    /// <param name="where">The line of the ledger with the first.</param>
    public static Problem SameOffice(Place where, SignOff first, string role) => SignOffCheck.SameOffice(where, first, role);

    /// <summary>Compares CODEOWNERS with the policy.</summary>
    /// <param name="text">The file, or null where there is none.</param>
    /// <param name="paths">Files of the repository that its rules may be about, relative to it.</param>
    /// <returns>Errors of subject <c>code-owners</c>; nothing where the policy names no owners.</returns>
    public static IEnumerable<Problem> FindInCodeOwners(SignOffBook book, string? text, ImmutableArray<string> paths) =>
        CodeOwners.Compare(book, text, paths);

    /// <summary>What a strict build does not let pass: footer entries that a government site must carry and that are missing.</summary>
    /// <returns>The same problems in the same order, those as errors.</returns>
    public static IEnumerable<Problem> Strictly(IEnumerable<Problem> problems) =>
        problems.Select(problem => problem.Code == FooterEntries.Missing ? problem with { Severity = Severity.Error } : problem);

    private static IEnumerable<Problem> FindInFile(SourceFile file)
    {
        var ending = Ending.Of(file.Path);
        var wanted = Files.Where(check => check.Endings.Contains(ending) && file.Length <= check.LargestInBytes).ToArray();
        if (wanted.Length == 0)
        {
            return [];
        }

        var bytes = file.Load();
        return wanted.SelectMany(check => check.Find(file.Path, bytes));
    }
}
