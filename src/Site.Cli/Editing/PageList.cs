using System.Globalization;
using System.Text.Json.Nodes;
using Site.Cli.Editing.HandingIn;
using Site.Cli.Infrastructure;
using Site.Content.Editing;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Cli.Editing;

/// <summary>All pages of the site, with what has to be done about each.</summary>
internal static class PageList
{
    /// <summary>A page is to be checked again from this long before its day.</summary>
    private const int DaysAhead = 30;

    /// <returns><c>{title, organiser, reviewer, kinds: [{name, label, count}], pages: [{path, title, kind, date, address, link, draft, unsaved, review, errors, warnings}], others: […]}</c>.</returns>
    public static async Task<JsonObject> AnswerAsync(EditSite site, SubmissionStore submissions)
    {
        var view = await site.LookAsync();
        var website = view.Site.Site.Website;
        var problems = view.Diagnostics.ToLookup(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal);
        var unsaved = site.Drafts.Paths();
        var handedIn = submissions.All().ToLookup(one => one.Page, one => one.State, StringComparer.Ordinal);
        var files = new SourceFolder(site.Folder, site.Environment).List("content").Value;
        var pages = files.Where(file => EditSite.TypeOf(file.Path) is not null).Select(file => new ListedPage(file, website.ByPath.GetValueOrDefault(file.Path)))
            .OrderBy(page => page.Type.SectionOrder).ThenByDescending(page => page.Day).ThenBy(page => page.File.Path, StringComparer.Ordinal).ToList();
        return new()
        {
            ["title"] = website.Settings.Title,
            ["reviewer"] = website.Settings.Reviewer ?? website.Settings.Organiser,
            ["kinds"] = EditJson.List(ContentTypes.All, type => new JsonObject { ["name"] = type.Name, ["label"] = type.Label, ["count"] = pages.Count(page => page.Type == type) }),
            ["pages"] = EditJson.List(pages, page => Of(page, problems[page.File.Path], unsaved.Contains(page.File.Path), handedIn[page.File.Path].FirstOrDefault(), site.AsOf)),
            ["others"] = EditJson.List(
                problems.Where(group => EditSite.TypeOf(group.Key) is null && EditSite.FolderOf(group.Key) is not null).OrderBy(group => group.Key, StringComparer.Ordinal),
                group => new JsonObject { ["path"] = group.Key, ["problems"] = EditJson.List(group, diagnostic => Of(diagnostic, files)) }),
        };
    }

    private static JsonObject Of(ListedPage page, IEnumerable<Diagnostic> problems, bool isUnsaved, string? submission, DateOnly today) => new()
    {
        ["path"] = page.File.Path,
        ["title"] = page.Title,
        ["kind"] = page.Type.Name,
        ["label"] = page.Type.Label,
        ["date"] = page.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["law"] = page.Page is LawPage law ? string.Create(CultureInfo.InvariantCulture, $"{law.Id}({law.Version.Year})") : null,
        ["draft"] = page.IsDraft,
        ["unsaved"] = isUnsaved,
        ["submission"] = submission,
        ["review"] = page.Page?.Type.ReviewByOf(page.Page) is { } day && day <= today.AddDays(DaysAhead) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        ["errors"] = problems.Count(problem => problem.Severity == Severity.Error),
        ["warnings"] = problems.Count(problem => problem.Severity == Severity.Warning),
    };

    private static JsonObject Of(Diagnostic diagnostic, IEnumerable<SourceFile> files)
    {
        var file = files.FirstOrDefault(file => file.Path == diagnostic.Location.Path);
        var cure = file is null ? null : Cures.OfBytes(diagnostic, PageFile.Of(file).Bytes);
        return new() { ["what"] = diagnostic.Message, ["cure"] = diagnostic.Help, ["isError"] = diagnostic.Severity == Severity.Error, ["button"] = EditJson.Button(cure) };
    }

    private sealed class ListedPage
    {
        public ListedPage(SourceFile file, Page? page)
        {
            (File, Page, Type) = (file, page, EditSite.TypeOf(file.Path)!);
            var text = PageFile.Of(file).Text;
            var fields = text is null ? null : PageParts.Of(text).Fields(text) is { } span ? FieldValue.Of(span) as FieldValue.Group : null;
            IsDraft = fields?.Find("draft") is FieldValue.Text { Value: "true" };
            Title = page?.Title is { Length: > 0 } title ? title : fields?.Find("title") is FieldValue.Text { Value: { Length: > 0 } written } ? written : file.Path[(file.Path.LastIndexOf('/') + 1)..];
            Day = page is null ? null : page.Type.DayOf(page) ?? page.Date;
        }

        public SourceFile File { get; }

        public Page? Page { get; }

        public ContentType Type { get; }

        public string Title { get; }

        public DateOnly? Day { get; }

        public bool IsDraft { get; }
    }
}
