using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Text;

namespace Site.Cli.Diff;

/// <summary>Describes in Markdown, for a pull request, how a change affects the public site.</summary>
internal static class ChangeReport
{
    private const int MostPages = 50;
    private const int MostFigures = 200;

    public static string Write(PageChanges pages, FigureChanges figures, EntryChanges entries)
    {
        var text = new StringBuilder("# 公开内容的变化\n\n");
        if (pages.Added.IsEmpty && pages.Changed.IsEmpty && pages.Removed.IsEmpty && pages.SurroundingsOnly == 0 && figures.Tables.IsEmpty && figures.Figures.IsEmpty
            && entries.Appeared.IsEmpty && entries.Changed.IsEmpty && entries.Disappeared.IsEmpty)
        {
            return text.Append("没有变化。\n").ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $"页面：新增 {pages.Added.Length}，改动 {pages.Changed.Length}，撤下 {pages.Removed.Length}。");
        text.Append(CultureInfo.InvariantCulture, $"公开的数字：{figures.Figures.Length} 个有变化。");
        text.Append(CultureInfo.InvariantCulture, $"曝光条目：出现 {entries.Appeared.Length}，改动 {entries.Changed.Length}，消失 {entries.Disappeared.Length}。\n\n");
        WriteFigures(text, figures);
        WriteEntries(text, entries);
        WritePages(text, "新增的页面", pages.Added);
        WritePages(text, "内容有改动的页面", pages.Changed);
        WritePages(text, "撤下的页面", pages.Removed);
        if (pages.SurroundingsOnly > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"另有 {pages.SurroundingsOnly} 页只变了页眉、页脚等各页相同的部分。\n");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void WriteFigures(StringBuilder text, FigureChanges figures)
    {
        if (!figures.Tables.IsEmpty)
        {
            text.Append("## 新增或撤下的数据表\n\n");
            foreach (var table in figures.Tables.Take(MostPages))
            {
                text.Append(table.Now is { } now ? $"- 新增 {MarkdownText.Plain(table.File)}（{now}）\n" : $"- 撤下 {MarkdownText.Plain(table.File)}（{table.Old}）\n");
            }

            WriteRest(text, figures.Tables.Length, MostPages, "张表");
        }

        if (!figures.Figures.IsEmpty)
        {
            text.Append("## 变化的数字\n\n| 数据表 | 项目 | 原来 | 现在 |\n| --- | --- | ---: | ---: |\n");
            foreach (var figure in figures.Figures.Take(MostFigures))
            {
                text.Append($"| {MarkdownText.Plain(figure.File)} | {MarkdownText.Plain(figure.Label)} | {MarkdownText.Plain(figure.Old ?? "（没有）")} | {MarkdownText.Plain(figure.Now ?? "（没有）")} |\n");
            }

            WriteRest(text, figures.Figures.Length, MostFigures, "个数字");
        }
    }

    private static void WriteEntries(StringBuilder text, EntryChanges entries)
    {
        WriteEntries(text, "出现的曝光条目", entries.Appeared);
        WriteEntries(text, "改动的曝光条目", entries.Changed);
        WriteEntries(text, "消失的曝光条目", entries.Disappeared);
    }

    private static void WriteEntries(StringBuilder text, string title, ImmutableArray<EntryChange> entries)
    {
        if (entries.IsEmpty)
        {
            return;
        }

        text.Append($"## {title}\n\n");
        foreach (var entry in entries.Take(MostFigures))
        {
            text.Append($"- {MarkdownText.Plain(entry.Id)} {MarkdownText.Plain(entry.Subject)}".TrimEnd());
            text.AppendJoin("", entry.Fields.Select((field, at) =>
                $"{(at == 0 ? "：" : "；")}{MarkdownText.Plain(field.Label)} 从“{MarkdownText.Plain(field.Old ?? "")}”到“{MarkdownText.Plain(field.Now ?? "")}”")).Append('\n');
        }

        WriteRest(text, entries.Length, MostFigures, "条");
    }

    private static void WritePages(StringBuilder text, string title, ImmutableArray<PageChange> pages)
    {
        if (pages.IsEmpty)
        {
            return;
        }

        text.Append($"## {title}\n\n");
        foreach (var page in pages.Take(MostPages))
        {
            text.Append($"- {MarkdownText.Plain(page.Title)}（{MarkdownText.Plain(page.Address)}）\n");
        }

        WriteRest(text, pages.Length, MostPages, "页");
    }

    private static void WriteRest(StringBuilder text, int count, int shown, string unit) =>
        text.Append(count > shown ? string.Create(CultureInfo.InvariantCulture, $"\n另有 {count - shown} {unit}没有列出。\n\n") : "\n");
}

/// <summary>Escapes any text for Markdown: it is shown as it is, in one line, without formatting or links.</summary>
internal static class MarkdownText
{
    private const int Longest = 120;

    /// <param name="longest">What is longer is cut, in UTF-16 units.</param>
    public static string Plain(string text, int longest = Longest)
    {
        var plain = new StringBuilder();
        foreach (var rune in (text.Length > longest ? text[..longest] + "…" : text).EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
            {
                plain.Append(' ');
            }
            else if (rune.IsBmp ? FoldTable.Fold((char)rune.Value) != FoldTable.Invisible && rune != Rune.ReplacementChar : Han.Is(rune))
            {
                plain.Append(IsSign(rune) ? "\\" : "").Append(rune);
            }
        }

        return plain.ToString();
    }

    /// <summary>Characters with a meaning in Markdown; GitHub also mentions people after @ and links numbers after #.</summary>
    private static bool IsSign(Rune rune) => rune.IsAscii && !char.IsAsciiLetterOrDigit((char)rune.Value) && rune.Value is not (' ' or ',' or '/' or ':' or '%');
}
