using System.Collections.Immutable;
using Site.Model;
using Site.Model.Privacy;

namespace Site.Reading;

/// <summary>Reads one page's file.</summary>
/// <param name="AsOf">The day of the build.</param>
/// <param name="Drafts">Whether drafts are on the site.</param>
/// <param name="Pool">Keeps one string for all that are equal.</param>
internal sealed record PageReader(DateOnly AsOf, bool Drafts, TextPool Pool)
{
    /// <param name="file">A Markdown file in the kind's folder, every name of its path good.</param>
    /// <returns>A page in any case, with empty values for what is missing or wrong, so that links to it are not called broken too.</returns>
    public ReadPage Read(SourceFile file, ContentKind kind)
    {
        var problems = new List<Problem>();
        var parts = SourceText.Read(file, SourceText.LargestPage, problems) is { } text
            ? FrontMatter.Split(file.Path, text, problems)
            : new("", 1, "", 1);
        var mapping = problems.Count == 0 ? YamlReader.Read(parts.Yaml, parts.YamlLine, file.Path, problems) : null;
        return mapping is not null ? Make(file.Path, kind, mapping, parts, problems, problems)
            : parts.Body.Length > 0 ? Make(file.Path, kind, new(1, 1, []), parts, [], problems)
            : Make(file.Path, kind, new(1, 1, []), parts, [], []) with { Problems = [.. problems] };
    }

    /// <param name="ofFields">Takes problems of fields; another list than <paramref name="problems"/> where there are no fields to speak of.</param>
    private ReadPage Make(
        string path, ContentKind kind, YamlNode.Mapping mapping, FrontMatter parts, List<Problem> ofFields, List<Problem> problems)
    {
        var fields = kind.Fields.Match(mapping, path, "front-matter", "", ofFields, Pool);
        var address = Addresses.Of(kind, path, fields.Date("date") ?? AsOf);
        var id = SharedFields.Id(fields);
        var isDraft = fields.YesNo("draft", false);
        if (isDraft && !Drafts)
        {
            return new(null, path, address, id ?? Addresses.Name(path), id is not null, [], []);
        }

        var isOut = IsOut(fields);
        var quiz = kind == QuizKind.Kind ? QuizKind.ReadBody(fields, parts, AsOf) : null;
        var body = quiz?.Body ?? MarkdownReader.Read(path, parts.Body, parts.BodyLine);
        problems.AddRange(body.Problems);
        var start = kind.Read(new(fields)
        {
            Path = path,
            Address = address,
            Id = id ?? Addresses.Name(path),
            Title = fields.RequiredText("title"),
            Summary = Summary(fields, body),
            Sources = fields.Sources("source"),
            Reviewer = fields.CommonText("reviewer") ?? "",
            Body = body.Html,
            Places = fields.Places(),
            Questions = quiz?.Questions ?? [],
            Overdue = quiz?.Overdue ?? [],
        });
        var page = SharedFields.AddTo(start, fields) with { Headings = Pool.Keep(body.Headings), Characters = body.Characters };
        Addresses.FindReserved(page, problems);
        return new(isOut ? page : null, path, page.Address, page.Id, id is not null, [.. problems.Distinct()], Suspicious(page, parts));
    }

    private static ImmutableArray<Suspicion> Suspicious(Page page, FrontMatter parts)
    {
        var suspicions = Suspicions.In(page.Path, parts.Yaml, parts.YamlLine).AddRange(Suspicions.In(page.Path, parts.Body, parts.BodyLine));
        if (suspicions.IsEmpty)
        {
            return suspicions;
        }

        var own = new PublicContacts(PublicContacts.OfPage(page));
        return suspicions.RemoveAll(own.Contain);
    }

    /// <returns>The field, else the first paragraph; the empty text (reported, unless the body is too large or too deep to read) where there is neither.</returns>
    private static string Summary(WrittenFields fields, MarkdownBody body)
    {
        var isUnread = body.Problems.Any(problem => problem.Code.StartsWith("markdown/too-", StringComparison.Ordinal));
        if (fields.Find("summary") is null && body.FirstParagraph.Length == 0 && !isUnread)
        {
            fields.Report("missing-field", null, "缺少字段 “summary”，正文里也没有一段文字可以代替它。", "加上一行 “summary: 一两句话的摘要”，或者在正文开头写一段话。");
        }

        return fields.Text("summary") ?? body.FirstParagraph;
    }

    /// <returns>Whether the day of the build lies in the time from <c>publish</c> to the day before <c>expire</c>.</returns>
    private bool IsOut(WrittenFields fields)
    {
        var (publish, expire) = (fields.Date("publish"), fields.Date("expire"));
        if (expire <= publish)
        {
            fields.OutOfRange("expire", fields.Find("expire")!, $"是 {expire:yyyy-MM-dd}，不晚于 “publish” 的日期，这一页永远不会发布。", "把 expire 改成撤下这一页的那一天。");
        }

        return (publish is null || publish <= AsOf) && (expire is null || expire > AsOf);
    }
}
