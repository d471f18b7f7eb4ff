using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Content.Types;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Exposures.Ledgers;

/// <summary>
/// Reads the legal basis of a decision: 《安全生产法》第四十一条第二款、第一百零二条, 安全生产法第41条, or as in quizzes 安全生产法(2021)#41; several after
/// one another. Only laws and articles that the site has are used; the rest of the cell is not published.
/// </summary>
internal static partial class LegalReferences
{
    private const string Prefix = "中华人民共和国";

    /// <param name="laws">By every name that <see cref="LawsByName"/> gives them.</param>
    /// <param name="location">Of the cell.</param>
    /// <param name="diagnostics">Receives <c>exposure/no-legal-basis</c>, <c>exposure/unknown-law</c>, <c>exposure/law-version</c>,
    /// <c>exposure/no-article</c>, <c>exposure/unknown-article</c>.</param>
    public static ImmutableArray<LegalReference> Read(
        string text, IReadOnlyDictionary<string, LawPage> laws, Location location, List<Diagnostic> diagnostics)
    {
        var mentions = Mentions().Matches(text);
        if (mentions.Count == 0)
        {
            diagnostics.Add(Diagnostic.Error("exposure/no-legal-basis", location, "“legal_basis” 没有写清依据哪部法律法规的哪一条。", "写成 “《安全生产法》第四十一条”；几部法规之间用分号隔开。"));
            return [];
        }

        var references = ImmutableArray.CreateBuilder<LegalReference>(mentions.Count);
        for (var at = 0; at < mentions.Count; at++)
        {
            var end = at + 1 < mentions.Count ? mentions[at + 1].Index : text.Length;
            var behind = mentions[at].Index + mentions[at].Length;
            if (Reference(Name(mentions[at].Groups["law"].Value), text[behind..end], laws, location, diagnostics) is { } reference)
            {
                references.Add(reference);
            }
        }

        return references.DrainToImmutable();
    }

    /// <returns>Laws by id, by full name, by name without 中华人民共和国, and by the last part of the address.</returns>
    public static Dictionary<string, LawPage> LawsByName(InputGround ground)
    {
        var names = new Dictionary<string, LawPage>(StringComparer.Ordinal);
        foreach (var law in ground.Of<LawPage>())
        {
            names.TryAdd(law.Id, law);
            names.TryAdd(law.Name, law);
            names.TryAdd(Name(law.Name), law);
            names.TryAdd(law.Address.Trim('/').Split('/')[^1], law);
        }

        return names;
    }

    /// <returns>What readers see: 《安全生产法》第四十一条、第一百零二条, or the law alone.</returns>
    public static string Text(LegalReference reference, bool withArticles) =>
        $"《{Name(reference.Law.Name)}》" + (withArticles ? string.Join('、', reference.Articles.Select(article => $"第{ChineseNumerals.Write(article)}条")) : "");

    private static LegalReference? Reference(
        string name, string rest, IReadOnlyDictionary<string, LawPage> laws, Location location, List<Diagnostic> diagnostics)
    {
        if (!laws.TryGetValue(name, out var law))
        {
            diagnostics.Add(Diagnostic.Error("exposure/unknown-law", location, "“legal_basis” 里的一部法律法规，本站没有它的页面。",
                "核对名称，或者先在 content/laws/ 里加上这部法规。"));
            return null;
        }

        var known = Name(law.Name);
        var year = Years().Match(rest) is { Success: true } match ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : law.Version.Year;
        var articles = Articles().Matches(rest).Select(article => ChineseNumerals.Read(article.Groups["n"].Value)).ToList();
        var diagnostic = year != law.Version.Year
                ? Diagnostic.Error("exposure/law-version", location, $"“legal_basis” 写的是 {year} 年的《{known}》，本站的文本是 {law.Version:yyyy-MM-dd} 的。", "对照现行文本核对条号，再改年份。")
            : articles.Count == 0
                ? Diagnostic.Error("exposure/no-article", location, $"“legal_basis” 没有写明依据《{known}》的第几条。", "写成 “《…》第四十一条”。")
            : law.Articles is not { } last
                ? Diagnostic.Error("exposure/unknown-article", location, $"《{known}》的页没有写一共几条，“legal_basis” 里写的条没法核对。", "核对全文以后，在法规页写上 articles。")
            : articles.Exists(article => article is null || article > last)
                ? Diagnostic.Error("exposure/unknown-article", location, $"《{known}》没有 “legal_basis” 里写的条，它有 {last} 条。", "对照法规改正条号。")
            : null;
        if (diagnostic is not null)
        {
            diagnostics.Add(diagnostic);
            return null;
        }

        return new(law, [.. articles.Select(article => article!.Value).Distinct()]);
    }

    private static string Name(string written)
    {
        var name = string.Concat(written.Where(c => !char.IsWhiteSpace(c)));
        return name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length > Prefix.Length ? name[Prefix.Length..] : name;
    }

    [GeneratedRegex("《(?<law>[^《》]{2,60})》|(?:违反了?|依据|根据|按照|以及|及|和)?(?<law>" + Han.Pattern + "{1,40}?(?:法|条例|规定|办法|规程|规范|标准))(?=\\s*(?:[（(]\\s*[0-9]{4}|第|#))|(?<law>[a-z][a-z0-9-]{2,60})(?=\\s*(?:[(][0-9]{4}|#))", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Mentions();

    [GeneratedRegex("^\\s*[（(]\\s*(?<year>[0-9]{4})", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Years();

    [GeneratedRegex("第\\s*(?<n>[零〇一二两三四五六七八九十百千0-9]{1,10})\\s*条|#\\s*(?<n>[0-9]{1,6})", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Articles();
}

/// <summary>A law of the site and articles of it.</summary>
/// <param name="Law">A page of the site.</param>
/// <param name="Articles">One or more, each of which the law has, in the order written.</param>
internal sealed record LegalReference(LawPage Law, ImmutableArray<int> Articles);
