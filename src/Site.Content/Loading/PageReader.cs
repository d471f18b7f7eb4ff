using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Content.Samples;
using Site.Content.Terms;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Yaml;
using Site.Privacy.Recognition;

namespace Site.Content.Loading;

/// <summary>Reads one page's file.</summary>
/// <param name="AsOf">The day of the build.</param>
/// <param name="Drafts">Whether drafts are on the site.</param>
/// <param name="Pool">Keeps one string for all that are equal.</param>
/// <param name="Terms">The words that pages use.</param>
/// <param name="LooksForSamples">Says of a path whether it is told what of the page is made up.</param>
/// <param name="PacksBodies">Whether bodies are kept packed.</param>
internal sealed record PageReader(DateOnly AsOf, bool Drafts, TextPool Pool, TermList Terms, Func<string, bool> LooksForSamples, bool PacksBodies)
{
    /// <summary>Reads a page, or takes it as it was read before where the file is the same.</summary>
    /// <param name="file">As in <see cref="Read(SourceFile, ContentType)"/>.</param>
    /// <param name="reader">As in <see cref="KnownPage.Reader"/>.</param>
    /// <param name="memory">What an earlier reading of the same day gave.</param>
    /// <returns>The page, and what is to be remembered of it; null of a file that is too large.</returns>
    public (LoadedPage Page, KnownPage? Known) Read(SourceFile file, ContentType type, PageMemory memory, Digest reader)
    {
        var known = memory.Find(file.Path) is { IsClean: true } clean && clean.Reader == reader ? clean : null;
        if (known?.Stamp is { } stamp && stamp == file.Stamp)
        {
            return (known.Read(Pool), known);
        }

        if (file.Length > SourceText.LargestPage)
        {
            return (Read(file, type), null);
        }

        var bytes = file.Load();
        var source = Digest.Of(bytes);
        if (known?.Source == source)
        {
            return (known.Read(Pool), known with { Stamp = file.Stamp });
        }

        var page = Read(file with { Load = () => bytes }, type);
        var read = KnownPage.Of(file, source, page);
        return (page, read with { Loaded = page, Reader = reader });
    }

    /// <param name="file">A Markdown file in the type's folder, every name of its path good.</param>
    /// <returns>A page in any case, with empty values for what is missing or wrong, so that links to it are not called broken too.</returns>
    public LoadedPage Read(SourceFile file, ContentType type)
    {
        var diagnostics = new List<Diagnostic>();
        var parts = SourceText.Read(file, SourceText.LargestPage, diagnostics) is { } text
            ? MarkdownFile.Split(file.Path, text, diagnostics)
            : new("", 1, "", 1);
        var mapping = diagnostics.Count == 0 ? YamlReader.Read(parts.Yaml, parts.YamlLine, file.Path, diagnostics) : null;
        FieldMarks.Find(mapping, (parts.Yaml, parts.YamlLine), file.Path, "front-matter", diagnostics);
        return mapping is not null ? Make(file.Path, type, mapping, parts, diagnostics, diagnostics)
            : parts.Body.Length > 0 ? Make(file.Path, type, new(1, 1, []), parts, [], diagnostics)
            : Make(file.Path, type, new(1, 1, []), parts, [], []) with { Diagnostics = [.. diagnostics] };
    }

    /// <param name="ofFields">Takes diagnostics of fields; another list than <paramref name="diagnostics"/> where there are no fields to speak of.</param>
    private LoadedPage Make(
        string path, ContentType type, YamlNode.Mapping mapping, MarkdownFile file, List<Diagnostic> ofFields, List<Diagnostic> diagnostics)
    {
        var fields = type.AllFields.Match(mapping, path, "front-matter", "", ofFields, Pool);
        var address = type.AddressOf(path, fields.Date("date") ?? AsOf);
        var ownId = SharedFields.Id(fields);
        var id = ownId ?? type.NameOf(path);
        var isDraft = fields.Boolean("draft", false);
        if (isDraft && !Drafts)
        {
            return new(null, path, address, id, ownId is not null, [], []);
        }

        if (!isDraft && ReferenceEquals(ofFields, diagnostics))
        {
            DraftRemains.Find(path, type, mapping, file, diagnostics);
        }

        if (LooksForSamples(path))
        {
            diagnostics.AddRange(SampleRemains.InPage(path, file.Yaml, file.YamlLine, file.Body, file.BodyLine,
                fields.Boolean("sample", false) ? fields.LocationOf(fields.Find("sample")) with { Column = 1 } : null));
        }

        var isOut = IsOut(fields);
        var body = type.ReadBody(file, fields, AsOf);
        diagnostics.AddRange(body.Body.Diagnostics);
        diagnostics.AddRange(Terms.Find(path, (file.Yaml, file.YamlLine), (file.Body, file.BodyLine)));
        var page = type.Make(SharedFields.Header(type, address, id, fields, body.Body), fields, body);
        var locations = ReferenceEquals(ofFields, diagnostics)
            ? page.Locations.WithFaults(diagnostics, file.BodyLine)
            : page.Locations with { Faulty = [.. type.AllFields.Fields.Select(field => field.Name)] };
        if (!locations.Faulty.IsEmpty)
        {
            page = page with { Header = page.Header with { Locations = locations } };
        }

        if (type.Addressing == PageAddressing.ByYear && page.Date is null)
        {
            // It is missing or wrong, which is reported: the day of the build stands for it, as in the address.
            page = page with { Header = page.Header with { Date = AsOf } };
        }

        PageUrls.FindReserved(page, diagnostics);
        page = PacksBodies ? page with { Header = page.Header with { Body = page.Body.Packed() } } : page;
        return new(isOut ? page : null, path, address, id, ownId is not null, diagnostics.Count < 2 ? [.. diagnostics] : [.. diagnostics.Distinct()], Suspicious(page, file)) { IsDraft = isDraft };
    }

    private static ImmutableArray<Suspicion> Suspicious(Page page, MarkdownFile parts)
    {
        var suspicions = Suspicions.In(page.Path, parts.Yaml, parts.YamlLine).AddRange(Suspicions.In(page.Path, parts.Body, parts.BodyLine));
        if (suspicions.IsEmpty)
        {
            return suspicions;
        }

        var own = new PublicContacts(DeclaredContacts.OfPage(page));
        return suspicions.RemoveAll(own.Contains);
    }

    /// <returns>Whether the day of the build lies in the time from <c>publish</c> to the day before <c>expire</c>.</returns>
    private bool IsOut(FieldValues fields)
    {
        var (publish, expire, date) = (fields.Date("publish"), fields.Date("expire"), fields.Date("date"));
        if (expire <= publish)
        {
            fields.OutOfRange("expire", fields.Find("expire")!, $"是 {expire:yyyy-MM-dd}，不晚于 “publish” 的日期，这一页永远不会发布。", "把 expire 改成撤下这一页的那一天。");
        }
        else if (expire < date)
        {
            fields.OutOfRange("expire", fields.Find("expire")!, $"是 {expire:yyyy-MM-dd}，早于 “date” 的日期，这一页永远不会发布。", "把 expire 改成撤下这一页的那一天。");
        }

        return (publish is null || publish <= AsOf) && (expire is null || expire > AsOf);
    }
}

/// <summary>What became of one file.</summary>
/// <param name="Page">The page, or null when it is not out on the day of the build.</param>
/// <param name="HasOwnId">Whether its writer chose <paramref name="Id"/>.</param>
/// <param name="Suspicions">What looks private in it and is not declared public by itself.</param>
internal readonly record struct LoadedPage(
    Page? Page, string Path, string Address, string Id, bool HasOwnId, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<Suspicion> Suspicions)
{
    /// <summary>Whether it is a draft, which is out only where drafts are asked for.</summary>
    public bool IsDraft { get; init; }
}
