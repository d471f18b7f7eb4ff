using System.Text;
using FsCheck.Fluent;
using Site.Content.Loading;
using Site.Content.Types;

namespace Site.Tests;

public sealed class AnyContentTests
{
    private static readonly string[] Paths =
    [
        "content/guides/a.md", "content/news/2024/06-16-a.md", "content/news/a.md", "content/halls/a.md", "content/events/a.md", "content/campaigns/2024.md",
        "content/lectures/a.md", "content/warnings/a.md", "content/laws/a.md", "content/works/a.md", "content/quizzes/a.md", "content/pages/a.md",
    ];

    private static readonly string[] Values =
    [
        "", "示例", "2024-06-16", "2024-02-30", "2024-06-16 09:00", "0", "-1", "99999999999", "true", "[a, b]", "[消防, 燃气]", "{name: a}", "{a: {b: {c: d}}}",
        "\n  - a\n  - {date: 2024-06-16, from: \"09:00\"}", "\"a\\u202eb\"", "'a", "&a b", "*a", "!!int 1", "|\n  a\n  b", "../../x", "https://example.org/", "javascript:alert(1)",
        "I", "Ⅱ", "fire", "[fire, fire]", "open-class", "[30, 120]", "/old/", "x: y", "\t", "~", "[", "\"\"", "[~]", "{}", "[[a]]", "2024-06-16 09:00-08:00", "\"\\ud83d\"",
    ];

    [Fact]
    public void No_fields_make_the_reader_throw_and_every_diagnostic_lies_inside_its_file()
    {
        var names = ContentTypes.All.SelectMany(type => type.AllFields.Fields).Select(field => field.Name).Concat(["titel", "Title", "<<", "描述", "- a", "? b"]).Distinct().ToArray();
        var fields =
            from count in Gen.Choose(0, 10)
            from names_ in Gen.ArrayOf(Gen.Elements(names), count)
            from values in Gen.ArrayOf(Gen.Elements(Values), count)
            from path in Gen.Elements(Paths)
            select (path, text: $"---\n{string.Concat(names_.Zip(values, (name, value) => $"{name}: {value}\n"))}---\n正文。\n");

        Prop.ForAll(fields.ToArbitrary(), file => IsSafe(file.path, Encoding.UTF8.GetBytes(file.text)))
            .AssertHolds(5_000);
    }

    [Fact]
    public void No_YAML_makes_the_reader_throw()
    {
        string[] pieces =
        [
            "a", "b", ": ", ":", " ", "  ", "\n", "\n  ", "\n- ", "- ", "[", "]", "{", "}", ",", "?", "? ", "\"", "'", "|", ">", "|-", "#", " #", "&a", "*a", "!", "!!x",
            "<<", "%", "%YAML 1.1", "%TAG ! a", "\n...\n", "\n---", "@", "`", "\\", "\\u12", "\t", "\n\t", "示例", "：", "~", "=", "0", "\uFEFF", "𠀀", "\u00A0",
        ];
        var texts = Gen.Elements(pieces).ListOf().Select(parts => $"---\n{string.Concat(parts)}\n---\n正文。\n");

        Prop.ForAll(texts.ToArbitrary(), text => IsSafe("content/guides/a.md", Encoding.UTF8.GetBytes(text)))
            .AssertHolds(10_000, endSize: 40);
    }

    [Fact]
    public void No_bytes_make_the_reader_throw()
    {
        Prop.ForAll<byte[]?>(bytes => IsSafe("content/guides/a.md", [.. "---\ntitle: a\n"u8, .. bytes ?? []]))
            .AssertHolds(1_000);
    }

    [Fact]
    public void No_settings_make_the_reader_throw()
    {
        string[] names = ["title", "url", "organiser", "language", "campaign", "menu", "hotlines", "footer", "theme", "sharePictures", "icp"];
        var settings =
            from count in Gen.Choose(0, 8)
            from names_ in Gen.ArrayOf(Gen.Elements(names), count)
            from values in Gen.ArrayOf(Gen.Elements(Values), count)
            select string.Concat(names_.Zip(values, (name, value) => $"{name}: {value}\n"));

        Prop.ForAll(settings.ToArbitrary(), text => IsSafe("site.yaml", Encoding.UTF8.GetBytes(text)))
            .AssertHolds(2_000);
    }

    [Fact]
    public void No_name_of_a_file_makes_the_reader_throw()
    {
        Prop.ForAll<string?>(name => IsSafe($"content/guides/{name}.md", [])).AssertHolds(1_000);
    }

    private static void IsSafe(string path, byte[] bytes)
    {
        var isSettings = path == "site.yaml";
        var settings = isSettings ? bytes : "title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\n"u8.ToArray();

        var (_, diagnostics) = WebsiteReader.Read(
            SampleSite.File("site.yaml", settings), isSettings ? [] : [SampleSite.File(path, bytes)], new(2025, 6, 10), drafts: true);

        var lines = Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n").Split('\n');
        Assert.All(diagnostics, diagnostic =>
        {
            Assert.InRange(diagnostic.Location.Line, 1, lines.Length);
            Assert.InRange(diagnostic.Location.Column, 1, lines[diagnostic.Location.Line - 1].Length + 1);
            Assert.DoesNotContain('\n', diagnostic.Message + diagnostic.Help);
        });
    }
}
