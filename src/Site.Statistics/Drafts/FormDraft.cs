using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Statistics.Forms;

namespace Site.Statistics.Drafts;

/// <summary><c>site stats form</c>: next year's form, drafted from the annex of a plan.</summary>
/// <param name="Id">Id of the form.</param>
/// <param name="Yaml">The draft, which the reader of <c>input/forms/</c> takes.</param>
/// <param name="Lines">What it says about last year's form, for the terminal.</param>
public sealed record FormDraft(string Id, string Yaml, ImmutableArray<string> Lines)
{
    /// <summary>A form with a smaller share of the blanks of an older one is not its next edition, unless somebody says so.</summary>
    private const double LeastShare = 0.4;

    private const int MostNamed = 40;

    /// <param name="input">All files of <c>input/</c>.</param>
    /// <param name="word">A Word document with one or several forms.</param>
    /// <param name="like">Id of the form that it goes on from; null for the one that is most like it.</param>
    /// <param name="id">Id of the new form; null for one that follows from the older form or the year.</param>
    /// <param name="year">Its year; null for the one that the document names, else the one after the older form, else <paramref name="thisYear"/>.</param>
    /// <returns>A draft for each form in the document; none and what is wrong: with the forms of <c>input/</c>, of subject <c>document</c>, or <c>form/unknown</c> and <c>form/no-blanks</c>.</returns>
    public static Result<ImmutableArray<FormDraft>> Make(ImmutableArray<SourceFile> input, SourceFile word, string? like, string? id, int? year, int thisYear)
    {
        var (forms, diagnostics) = FormReader.Read(input);
        if (!diagnostics.IsEmpty)
        {
            return new([], diagnostics);
        }

        if (like is not null && forms.FindForm(like) is null)
        {
            return new([], [Diagnostic.Error("form/unknown", new("input/forms"), $"没有表格 {Quoted.Id(like)}。", $"已有的表格：{string.Join("、", forms.Forms.Select(form => form.Id))}。")]);
        }

        ImmutableArray<EmptyForm> found;
        try
        {
            using var package = OfficePackage.Open(word, OfficeLimits.Form);
            found = EmptyForm.ReadAll(WordReader.ReadEmpty(package));
        }
        catch (OfficeException refusal)
        {
            return new([], [refusal.ToDiagnostic(word.Path)]);
        }

        if (found.IsEmpty)
        {
            return new([], [Diagnostic.Error("form/no-blanks", new(word.Path), "文件里没有找到要填的空格。",
                "空格要是括号、下划线、方框或者空的格子；附件是图片的，请先打成文字。只有说明、没有空格的附件不用起草。")]);
        }

        var named = YearIn(found);
        var ids = new DraftNames(forms);
        foreach (var form in forms.Forms)
        {
            ids.Take(form.Id);
        }

        var compared = Compare(found, forms, like);
        return new([.. compared.Select((form, at) => Write(form, forms, ids, FormId(form, compared.Length, id, at), year ?? named ?? (form.Old is { } old ? old.Year + 1 : thisYear)))], []);

        string? FormId(FormComparison form, int count, string? asked, int at) => asked is null ? null : count == 1 || at == 0 ? asked : $"{asked}-{at + 1}";
    }

    /// <returns>Whether a form may have this id.</returns>
    public static bool IsId(string text) => FormParser.IsId(text);

    /// <summary>Each form beside the one that it is most like, the newest of equals; the one that was asked for beside the part that is most like it.</summary>
    private static ImmutableArray<FormComparison> Compare(ImmutableArray<EmptyForm> found, FormRegistry forms, string? like)
    {
        var best = found.Select(form => forms.Forms.OrderByDescending(old => old.Year).Select(old => FormComparison.Of(form, old)).MaxBy(comparison => comparison.Share()) is { } comparison && comparison.Share() >= LeastShare
            ? comparison : FormComparison.Of(form, null)).ToArray();
        if (like is not null && forms.FindForm(like) is { } asked)
        {
            var (most, at) = found.Select((form, i) => (Comparison: FormComparison.Of(form, asked), i)).MaxBy(entry => entry.Comparison.Share());
            best[at] = most;
        }

        return [.. best];
    }

    private static int? YearIn(ImmutableArray<EmptyForm> forms)
    {
        foreach (var text in forms.SelectMany(form => form.Cells.Select(cell => cell.Text).Prepend(form.Title)))
        {
            var at = text.IndexOf('年');
            if (at >= 4 && int.TryParse(text.AsSpan(at - 4, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2100)
            {
                return year;
            }
        }

        return null;
    }

    private static FormDraft Write(FormComparison form, FormRegistry forms, DraftNames ids, string? asked, int year)
    {
        var id = asked ?? ids.Free("", ProposedId(form, year));
        var yaml = new FormDraftWriter(form, forms, id, year).Write();
        return new(id, yaml, [.. Report(form, id)]);
    }

    private static string ProposedId(FormComparison form, int year)
    {
        var digits = year.ToString(CultureInfo.InvariantCulture);
        return form.Old is not { } old ? (form.Form.IsPersonal ? "contact-" : "stat-") + digits
            : old.Id.Replace(old.Year.ToString(CultureInfo.InvariantCulture), digits, StringComparison.Ordinal) is var replaced && replaced != old.Id ? replaced
            : $"{old.Id}-{digits}";
    }

    private static IEnumerable<string> Report(FormComparison form, string id)
    {
        var blanks = form.Blanks.Where(blank => blank.Found.Kind != IndicatorKind.Header).ToList();
        yield return $"{id}　{Quoted.Line(form.Form.Title)}：找到 {blanks.Count} 个空格{(form.Form.Header.IsEmpty ? "" : $"，表头 {form.Form.Header.Length} 项")}";
        if (form.Old is { } old)
        {
            yield return $"  和 {old.Id}（{old.Year} 年）比：没有变 {blanks.Count(blank => blank.Change == BlankChange.None)} 个，句子改了 {Count(BlankChange.Sentence)} 个，"
                + $"说法改了 {Count(BlankChange.Words)} 个，新的 {Count(BlankChange.New)} 个，没有了 {form.Vanished.Count(indicator => indicator.Kind != IndicatorKind.Header)} 个";
        }
        else
        {
            yield return "  没有相近的旧表：空格都当作新的。和哪一张比，用 --like 写明";
        }

        foreach (var (change, word) in new[] { (BlankChange.Sentence, "句子改了"), (BlankChange.Words, "说法改了，公开级别先写成内部"), (BlankChange.New, "新的，先写成内部") })
        {
            foreach (var blank in blanks.Where(blank => blank.Change == change && (form.Old is not null || change != BlankChange.New)).Take(MostNamed))
            {
                yield return $"  {word}：{Quoted.Line(blank.Found.Label)}（{blank.Found.Unit}）{(blank.Old is { } before && change == BlankChange.Words ? $"，去年是 {Quoted.Line(before.Label)}" : "")}";
            }
        }

        foreach (var indicator in form.Vanished.Where(indicator => indicator.Kind != IndicatorKind.Header).Take(MostNamed))
        {
            yield return $"  没有了：{Quoted.Line(indicator.Label)}（{indicator.Unit}）";
        }

        foreach (var choice in form.Form.Choices.Take(MostNamed))
        {
            yield return $"  没有收进来：{choice}　几个选项的方框，程序只认“□是 □否”；请改成是否，或者改成空格";
        }

        int Count(BlankChange change) => blanks.Count(blank => blank.Change == change);
    }
}

/// <summary>Writes the YAML of a drafted form, with what the office has to decide as comments.</summary>
internal sealed class FormDraftWriter
{
    /// <summary>More than a sentence may have with its heading, which both are cut before.</summary>
    private const int LongestText = 3000;

    private readonly StringBuilder text = new();
    private readonly FormComparison form;
    private readonly string id;
    private readonly int year;
    private readonly bool isTraditional;
    private readonly DraftNames ids;
    private readonly Dictionary<FoundBlank, string> names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FoundBlank, string> full = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> renamed = new(StringComparer.Ordinal);

    public FormDraftWriter(FormComparison form, FormRegistry forms, string id, int year)
    {
        (this.form, this.id, this.year) = (form, id, year);
        ids = new(forms);
        var words = string.Concat(form.Blanks.Select(blank => blank.Found.Context));
        isTraditional = words.Count(c => TraditionalCharacters.Simplify(c) != c) * 20 > words.Length;
    }

    public string Write()
    {
        var sections = Sections();
        Comment($"{(form.Old is { } old ? $"照 {old.Id} 起草" : "照 Word 附件起草")}，请逐项核对；看过以后放进 input/forms/。");
        Comment("新的、说法改了的空格先写成内部（publication: internal）：由办公室定谁能看，再改。");
        Line($"id: {id}");
        Line($"version: {Quote(year.ToString(CultureInfo.InvariantCulture))}");
        Titles("", form.Form.Title.Length > 0 ? form.Form.Title : "统计表");
        Line($"year: {year.ToString(CultureInfo.InvariantCulture)}");
        if (form.Form.Annex.Length > 0)
        {
            Line($"annex: {Quote(form.Form.Annex)}");
        }

        Line($"script: {(isTraditional ? "zh-Hant" : "zh-Hans")}");
        if (form.Old is { Due.IsEmpty: false } dated)
        {
            Line($"due: [{string.Join(", ", dated.Due.Select(Quote))}]   # 去年的期限，请照今年的方案改");
        }

        if (form.Form.IsPersonal || form.Old is { IsNeverPublished: true })
        {
            Line("publication: never   # 填的都是个人信息：程序不生成、也不接收它");
        }

        foreach (var choice in form.Form.Choices)
        {
            Comment($"没有收进来的选项：{choice}（程序只认“□是 □否”）");
        }

        foreach (var indicator in form.Vanished)
        {
            Comment($"去年有、今年没有了：{indicator.Id}　{indicator.Label}（{indicator.Unit}）");
        }

        Line("sections:");
        foreach (var section in sections)
        {
            Line($"  - id: {section.Id}");
            Titles("    ", section.Title);
            if (section.Requirement.Length > 0)
            {
                Line($"    requirement: {Quote(section.Requirement)}");
            }

            Line("    indicators:");
            foreach (var blank in section.Blanks)
            {
                Write(section.Id, blank);
            }
        }

        Checks();
        return text.ToString();
    }

    private List<DraftSection> Sections()
    {
        var sections = new List<DraftSection>();
        var header = form.Blanks.Where(blank => blank.Found.Kind == IndicatorKind.Header).ToList();
        if (header.Count > 0)
        {
            sections.Add(new("header", "表头", "", header));
        }

        var groups = new List<(string Title, List<ComparedBlank> Blanks)>();
        foreach (var blank in form.Blanks.Where(blank => blank.Found.Kind != IndicatorKind.Header))
        {
            var at = groups.FindIndex(group => group.Title == blank.Found.Heading);
            if (at < 0)
            {
                at = groups.Count;
                groups.Add((blank.Found.Heading, []));
            }

            groups[at].Blanks.Add(blank);
        }

        var kept = new Dictionary<string, List<ComparedBlank>>(StringComparer.Ordinal);
        foreach (var (_, blanks) in groups)
        {
            var of = form.Old is null ? null : blanks.Where(blank => blank.Old is not null).CountBy(blank => blank.Old!.Section).OrderByDescending(entry => entry.Value).Select(entry => entry.Key).FirstOrDefault(section => !kept.ContainsKey(section) && section != "header");
            if (of is not null)
            {
                ids.Take("section " + of);
                kept.Add(of, blanks);
            }
        }

        ids.Take("section header");
        foreach (var (title, blanks) in groups)
        {
            var old = kept.FirstOrDefault(entry => entry.Value == blanks).Key;
            sections.Add(new(
                old ?? ids.Free("section ", DraftNames.Of(title, "section")),
                title.Length > 0 ? title : old is not null && form.Old!.Sections.FirstOrDefault(section => section.Id == old) is { } named ? named.PrintedTitle : form.Form.Title.Length > 0 ? form.Form.Title : "统计",
                blanks.Select(blank => blank.Found.Requirement).FirstOrDefault(requirement => requirement.Length > 0) ?? "",
                blanks));
        }

        foreach (var section in sections)
        {
            // Those that have a name keep it; only then new ones take what is free.
            foreach (var blank in section.Blanks.Where(blank => blank.Old is not null))
            {
                Name(section.Id, blank, blank.Old!.Id.Split('.')[^1]);
            }

            foreach (var blank in section.Blanks.Where(blank => blank.Old is null))
            {
                Name(section.Id, blank, blank.Found.Kind == IndicatorKind.Header ? HeaderName(blank.Found)
                    : ids.Of(blank.Found, blank.Found.Before is { } before ? names.GetValueOrDefault(before) : null));
            }
        }

        return sections;
    }

    private void Name(string section, ComparedBlank blank, string proposed)
    {
        var name = ids.Free($"{section}.", proposed);
        names.Add(blank.Found, name);
        full.Add(blank.Found, $"{id}.{section}.{name}");
        if (blank.Old is { } old)
        {
            renamed.Add(old.Id, $"{id}.{section}.{name}");
        }
    }

    private static string HeaderName(FoundBlank blank) => blank.PrintedUnit == "日期" ? "date"
        : blank.Note is null ? "unit"
        : FoundBlank.Simplified(blank.Label) is var label && (label.Contains("电话", StringComparison.Ordinal) || label.Contains("手机", StringComparison.Ordinal)) ? "phone" : DraftNames.Of(label, "contact");

    private void Write(string section, ComparedBlank blank)
    {
        var (found, old) = (blank.Found, blank.Old);
        var isWords = blank.Change == BlankChange.Words;
        var isHeader = found.Kind == IndicatorKind.Header;
        Line($"      - id: {full[found]}");
        foreach (var note in Notes(blank, section))
        {
            Comment(note, "        ");
        }

        Labels(found, old, isWords);
        var unit = old?.Unit ?? found.Unit;
        Line($"        unit: {Quote(unit)}");
        if (found.Kind == IndicatorKind.Count && found.PrintedUnit != unit)
        {
            Line($"        printedUnit: {Quote(found.PrintedUnit)}");
        }

        Line($"        kind: {Kind(old?.Kind ?? found.Kind)}");
        var publication = old is not null && !isWords ? old.Publication
            : isHeader ? found.Note is null ? PublicationClass.Public : PublicationClass.Never
            : found.Kind == IndicatorKind.Contact || old is { Publication: PublicationClass.Never } ? PublicationClass.Never
            : PublicationClass.Internal;
        Line($"        publication: {Publication(publication)}{(blank.Change is BlankChange.New or BlankChange.Words && publication == PublicationClass.Internal ? "   # 先不公开，由办公室定" : "")}");
        if (Concept(blank) is { } concept)
        {
            Line($"        concept: {concept}");
        }

        Line($"        finest: {(old is not null && !isWords ? old.FinestLevel : isHeader && publication == PublicationClass.Public ? "unit" : "none")}");
        if (old is { Threshold: { } threshold } && !isWords)
        {
            Line($"        threshold: {threshold.ToString(CultureInfo.InvariantCulture)}");
        }

        if (old is { MayShowCityTotal: true } && !isWords)
        {
            Line("        exception: whole-city-and-year");
        }

        if (found.Blank is { } printed)
        {
            Line($"        blank: {Quote(printed)}");
        }

        Line($"        context: {Quote(found.Context)}");
    }

    private void Labels(FoundBlank found, Indicator? old, bool isWords)
    {
        var label = old is not null && !isWords ? old.PrintedLabel : found.Label;
        Line($"        label: {Quote(label)}");
        var simple = old is not null && !isWords ? old.Label : FoundBlank.Simplified(found.Label);
        if (simple != label)
        {
            Line($"        labelHans: {Quote(simple)}");
        }

        if (old is { Short: { } word } && !isWords)
        {
            Line($"        short: {Quote(word)}");
        }
    }

    /// <summary>What the figure is comparable with: with last year's, or a guess from another form, which the office has to confirm.</summary>
    private string? Concept(ComparedBlank blank) => blank.Old is { } old ? old.Concept : blank.Found.Kind == IndicatorKind.Header ? "header." + names[blank.Found] : null;

    private IEnumerable<string> Notes(ComparedBlank blank, string section)
    {
        if (blank.Change == BlankChange.New && blank.Found.Kind is not (IndicatorKind.Header or IndicatorKind.Contact))
        {
            yield return "新的：定好 publication、finest、threshold 和 concept（和别的年份、别的表能不能相加）";
            if (ids.Known(blank.Found) is { Concept: { } concept } known)
            {
                yield return $"像 {known.Id}：意思一样的，加上 concept: {concept}";
            }

            if (form.Vanished.FirstOrDefault(indicator => FormFolding.Key(indicator.Label) == FormFolding.Key(blank.Found.Label) && indicator.Unit != blank.Found.Unit) is { } other)
            {
                yield return $"去年的单位是“{other.Unit}”，今年是“{blank.Found.Unit}”，不能相加";
            }
        }
        else if (blank.Change == BlankChange.Sentence)
        {
            yield return $"句子改了，去年是：{blank.Old!.Context}";
        }
        else if (blank.Change == BlankChange.Words)
        {
            yield return $"说法改了，去年是：{blank.Old!.Context}";
            yield return $"去年 publication: {Publication(blank.Old.Publication)}、finest: {blank.Old.FinestLevel}；意思没有变的改回去，变了的换 id、删 concept";
        }

        if (blank.Old is { } old && old.Section != section && blank.Found.Kind != IndicatorKind.Header)
        {
            yield return $"去年在栏目 {old.Section} 里";
        }

        if (blank.Found.Note is { } note)
        {
            yield return note;
        }
    }

    private void Checks()
    {
        Line("checks:");
        var pairs = form.Old?.Checks.Where(check => check.Kind != FormCheckKind.Cumulative).ToList() ?? [];
        foreach (var group in pairs.Where(check => check.Left.Append(check.Right).All(renamed.ContainsKey)).GroupBy(check => (check.Id, check.Kind, check.Times, check.Severity)))
        {
            Line($"  - id: {group.Key.Id}");
            Line($"    kind: {Kind(group.Key.Kind)}");
            Line("    pairs:");
            foreach (var check in group)
            {
                Line($"      - [{string.Join(", ", check.Left.Append(check.Right).Select(side => renamed[side]))}]");
            }

            if (group.Key.Times != 1)
            {
                Line($"    times: {group.Key.Times.ToString(CultureInfo.InvariantCulture)}");
            }

            if (group.Key.Severity == Severity.Warning)
            {
                Line("    severity: warning");
            }
        }

        foreach (var lost in pairs.Where(check => !check.Left.Append(check.Right).All(renamed.ContainsKey)))
        {
            Comment($"去年的规则 {lost.Id}（{string.Join("、", lost.Left.Append(lost.Right))}）有空格没有了，没有照抄", "  ");
        }

        Proposed();
        Line("  - id: cumulative-monotonic");
        Line("    kind: cumulative");
    }

    /// <summary>People need sessions, for new blanks that follow each other in a sentence: only a warning until the office has looked at it.</summary>
    private void Proposed()
    {
        var followed = form.Blanks.Where(blank => blank.Change == BlankChange.New && blank.Found is { Unit: "人" or "人次", Before.Unit: "场" or "次" or "场次" or "期" or "项" }).ToList();
        if (followed.Count == 0)
        {
            return;
        }

        Line("  - id: new-participants-need-sessions   # 有人次就要有场次，请核对");
        Line("    kind: needs");
        Line("    pairs:");
        foreach (var blank in followed)
        {
            Line($"      - [{full[blank.Found]}, {full[blank.Found.Before!]}]");
        }

        Line("    severity: warning");
    }

    private void Titles(string indent, string title)
    {
        Line($"{indent}title: {Quote(title)}");
        if (FoundBlank.Simplified(title) is var simple && simple != title)
        {
            Line($"{indent}titleHans: {Quote(simple)}");
        }
    }

    private void Line(string line) => text.Append(line).Append('\n');

    private void Comment(string comment, string indent = "") => Line($"{indent}# {Plain(comment)}");

    private static string Quote(string value) => $"\"{Plain(value).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>On one line, without characters that end it or are not seen.</summary>
    private static string Plain(string value) => Quoted.Printable(value.Replace('\n', ' ').Replace('\t', ' ')) is var plain && plain.Length > LongestText
        ? plain[..(char.IsHighSurrogate(plain[LongestText - 1]) ? LongestText - 1 : LongestText)] : plain;

    private static string Kind(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Count => "count",
        IndicatorKind.Boolean => "boolean",
        IndicatorKind.Text => "text",
        IndicatorKind.Header => "header",
        _ => "contact",
    };

    private static string Kind(FormCheckKind kind) => kind switch
    {
        FormCheckKind.Needs => "needs",
        FormCheckKind.AtMost => "at-most",
        _ => "together",
    };

    private static string Publication(PublicationClass publication) => publication switch
    {
        PublicationClass.Public => "public",
        PublicationClass.Controlled => "public-after-disclosure-control",
        PublicationClass.Internal => "internal",
        _ => "never",
    };

    private sealed record DraftSection(string Id, string Title, string Requirement, List<ComparedBlank> Blanks);
}
