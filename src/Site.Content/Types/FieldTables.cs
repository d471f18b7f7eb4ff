using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Themes;

namespace Site.Content.Types;

/// <summary>The fields of each content type as tables for staff: they stand in <c>.docs/</c> between marks, and <c>site schema</c> writes them anew.</summary>
public static class FieldTables
{
    /// <summary>Every part that is generated: the name in its marks, and its text.</summary>
    private static readonly ImmutableArray<(string Name, Func<string> Text)> Parts =
    [
        ("文件夹", Folders),
        ("每一页的字段", () => Table([.. SharedFields.First, .. SharedFields.Rest])),
        ("网站的设置", () => Table(SettingsReader.Fields.Fields)),
        ("主题的字段", () => Table(ThemeReader.Fields.Fields) + "\n`light` 和 `dark` 里的颜色：\n\n" + Table(ThemeReader.Colors.Fields)),
        ("代号", Vocabulary),
        ("各类页面的字段", Own),
    ];

    /// <returns>The text with every part between its marks as it should be; a part whose marks are not there is left out.</returns>
    public static string Rewrite(string readme)
    {
        foreach (var (name, text) in Parts)
        {
            var open = $"<!-- {name}：由 site schema 生成，请勿手改 -->\n";
            var close = $"<!-- {name}到这里 -->";
            var start = readme.IndexOf(open, StringComparison.Ordinal);
            var end = readme.IndexOf(close, StringComparison.Ordinal);
            if (start >= 0 && end > start)
            {
                readme = $"{readme[..(start + open.Length)]}{text()}{readme[end..]}";
            }
        }

        return readme;
    }

    private static string Folders() => Rows(["文件夹", "放什么", "网址", "特有的字段（带 * 的必填）"], ContentTypes.All.Select(type => (string[])
    [
        type.Addressing == PageAddressing.ByYear ? $"`{type.Folder}/年份/`" : $"`{type.Folder}/`",
        type.Label,
        $"`{type.AddressOf(type.ContentFolder + (type.IsOnePerYear ? "2026" : "名称") + ".md", new(2026, 6, 1))}`",
        type.Fields.IsEmpty && type.Addressing != PageAddressing.ByYear ? "没有" : string.Join(' ', type.AllFields.Fields.Where(field => IsOwn(type, field)).Select(Marked)),
    ]));

    private static string Own() => string.Join('\n', ContentTypes.All.Where(type => !type.Fields.IsEmpty)
        .Select(type => $"**{type.Label}**（`{type.Folder}/`）\n\n{Table(type.Fields)}"));

    private static string Vocabulary() => string.Join('\n', ContentTypes.All.SelectMany(type => type.AllFields.Fields).OfType<EnumField>().DistinctBy(field => field.Name)
        .Select(field => $"**{field.Help}**（`{field.Name}`）：{string.Join("、", field.Vocabulary.Select(term => $"`{term.Id}` {term.Label}"))}。\n"));

    private static string Table(ImmutableArray<Field> fields) => Rows(["字段", "写什么", "是什么", "例子"], fields.Select(field => (string[])
        [Marked(field), field.Help, field.Shape, field.HasExample ? $"`{field.Example}`" : ""]));

    /// <summary>News must have the date that other pages may have.</summary>
    private static bool IsOwn(ContentType type, Field field) =>
        type.Fields.Contains(field) || (field.IsRequired && SharedFields.First.Any(shared => shared.Name == field.Name && !shared.IsRequired));

    private static string Marked(Field field) => $"`{field.Name}`{(field.IsRequired ? "*" : "")}";

    private static string Rows(string[] heads, IEnumerable<string[]> rows) =>
        string.Concat(rows.Prepend([.. heads.Select(_ => "---")]).Prepend(heads).Select(cells => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n"));
}
