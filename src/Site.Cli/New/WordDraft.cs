using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Site.Cli.Infrastructure;
using Site.Content.Editing;
using Site.Content.Editing.Pasting;
using Site.Content.Pages;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Rendering.Pictures;

namespace Site.Cli.New;

/// <summary>Makes a draft of a Word file: its text as Markdown below the fields of the kind, its pictures beside it. Nothing is written.</summary>
internal static partial class WordDraft
{
    private const int MostPictures = 60;

    /// <param name="title">In one line; empty for the document's own.</param>
    /// <param name="name">What the file is called, for a document without a title.</param>
    /// <param name="document">Of unknown origin.</param>
    /// <param name="freePath">Gives a path for a picture beside a page, by the page's path, the ending, and the paths that are taken.</param>
    /// <exception cref="EnvironmentException">It is no .docx file that can be read; the message says what to do.</exception>
    public static MadeDraft Make(
        SiteEnvironment environment, ContentType type, string title, string name, byte[] document, string site, Func<string, string, IReadOnlyCollection<string>, string> freePath)
    {
        if (type.Name == "quiz")
        {
            throw new EnvironmentException("题目用 site quiz import 导入，不从 Word 文章建。");
        }

        return Opened(name, document, package =>
        {
            var (own, html) = WordHtml.Read(package);
            var used = new[] { title, NewName.Title(own), NewName.Title(Path.GetFileNameWithoutExtension(name)), type.Label }.First(text => text.Length > 0);
            var (files, diagnostics) = NewDraft.Make(environment, type, used, site);
            if (files.IsEmpty)
            {
                return new(files, diagnostics, []);
            }

            var text = Text(files[0].Path, html, package, freePath);
            var draft = Encoding.UTF8.GetString(files[0].Load());
            return new MadeDraft([NewPage.File(files[0].Path, $"{draft[..PageParts.Of(draft).BodyStart]}{text.Markdown}\n"), .. files[1..], .. text.Pictures], [], text.Notes);
        });
    }

    /// <summary>The same for a page that is there already: what the file says, title included, to be put into its text.</summary>
    /// <param name="page">The page's path.</param>
    /// <exception cref="EnvironmentException">It is no .docx file that can be read; the message says what to do.</exception>
    public static WordText Read(string page, string name, byte[] document, Func<string, string, IReadOnlyCollection<string>, string> freePath) => Opened(name, document, package =>
    {
        var (title, html) = WordHtml.Read(package);
        return Text(page, $"{(title.Length > 0 ? $"<h1>{WebUtility.HtmlEncode(title)}</h1>" : "")}{html}", package, freePath);
    });

    private static T Opened<T>(string name, byte[] document, Func<OfficePackage, T> read)
    {
        try
        {
            using var package = OfficePackage.Open(new SourceFile(name, document.Length, () => document), OfficeLimits.Draft);
            return read(package);
        }
        catch (OfficeException refused)
        {
            var diagnostic = refused.ToDiagnostic(name);
            throw new EnvironmentException($"{name}：{diagnostic.Message}{diagnostic.Help}");
        }
    }

    private static WordText Text(string page, string html, OfficePackage package, Func<string, string, IReadOnlyCollection<string>, string> freePath)
    {
        var pictures = new Dictionary<string, (string Path, byte[] Bytes)?>(StringComparer.Ordinal);
        var pasted = PastedHtml.Read(html, (source, _) => Place(source) is { } path ? path[(page.LastIndexOf('/') + 1)..] : null);
        return new(WithoutGuesses().Replace(pasted.Markdown, "![]("),
            [.. pictures.Values.OfType<(string Path, byte[] Bytes)>().Select(picture => new SourceFile(picture.Path, picture.Bytes.Length, () => picture.Bytes))], pasted.Notes);

        string? Place(string source)
        {
            if (!source.StartsWith(WordHtml.PictureScheme, StringComparison.Ordinal) || (pictures.Count >= MostPictures && !pictures.ContainsKey(source)))
            {
                return null;
            }

            if (!pictures.TryGetValue(source, out var known))
            {
                var photograph = package.FindBytes(source[WordHtml.PictureScheme.Length..]) is { } bytes ? Photograph.Of(bytes).Made : null;
                pictures[source] = known = photograph is null ? null
                    : (freePath(page, photograph.Ending, [.. pictures.Values.OfType<(string Path, byte[])>().Select(picture => picture.Path)]), photograph.Bytes);
            }

            return known?.Path;
        }
    }

    /// <summary>What Word calls a picture by itself says nothing to those who do not see it; without words the check asks for some.</summary>
    [GeneratedRegex(@"!\[(?:图片|图像|Picture|图示|[^\]\n]*自动生成)[ \d]*[^\]\n]{0,12}\]\(", RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex WithoutGuesses();
}

/// <summary>What a document says.</summary>
/// <param name="Markdown">Without a line end at the end.</param>
/// <param name="Pictures">That it names, to be written beside the page.</param>
/// <param name="Notes">What was changed, in simplified Chinese.</param>
internal sealed record WordText(string Markdown, ImmutableArray<SourceFile> Pictures, IReadOnlyList<string> Notes);

/// <summary>A draft that was made of a document.</summary>
/// <param name="Files">The page first, then what it names; none where the site has no place for it.</param>
/// <param name="Diagnostics">Why there is no place.</param>
/// <param name="Notes">What was changed, in simplified Chinese.</param>
internal sealed record MadeDraft(ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Diagnostics, IReadOnlyList<string> Notes)
{
    /// <returns>The draft of a kind, of which nothing was changed.</returns>
    public static MadeDraft Of(Result<ImmutableArray<SourceFile>> made) => new(made.Value, made.Diagnostics, []);
}
