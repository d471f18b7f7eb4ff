using System.Collections.Immutable;
using System.Text;
using FsCheck.Fluent;
using Site.Content.Editing;
using Site.Content.Types;
using Site.Core.Yaml;

namespace Site.Tests;

public class FrontMatterEditsTests
{
    [Theory]
    // A text keeps the way in which it is quoted.
    [InlineData("title: 旧题 # 标题\n", "title", "新题", "title: 新题 # 标题\n")]
    [InlineData("title: \"旧题\"  # 标题\n", "title", "新题", "title: \"新题\"  # 标题\n")]
    [InlineData("title: '旧题'\n", "title", "it's", "title: 'it''s'\n")]
    [InlineData("title: 旧题\n", "title", "甲: 乙 #丙", "title: \"甲: 乙 #丙\"\n")]
    [InlineData("title: 旧题\n", "title", "*星号*", "title: \"*星号*\"\n")]
    [InlineData("title: 旧题\n", "title", "null", "title: \"null\"\n")]
    [InlineData("summary: |\n  第一行\n  第二行\ntitle: 甲\n", "summary", "第一行\n第三行", "summary: |\n  第一行\n  第三行\ntitle: 甲\n")]
    [InlineData("title:   # 还没有写\ndate: 2026-06-16\n", "title", "新题", "title: 新题   # 还没有写\ndate: 2026-06-16\n")]
    [InlineData("title:\ndate: 2026-06-16\n", "title", "新题", "title: 新题\ndate: 2026-06-16\n")]
    // A new field stands in its place, and an old one goes with its line.
    [InlineData("title: 甲\n# 下面是来源\nsource: 乙\n", "date", "2026-06-16", "title: 甲\ndate: 2026-06-16\n# 下面是来源\nsource: 乙\n")]
    [InlineData("source: 乙\n", "title", "甲", "title: 甲\nsource: 乙\n")]
    [InlineData("title: 甲\ndraft: true # 写好后删掉这一行\nsource: 乙\n", "draft", null, "title: 甲\nsource: 乙\n")]
    [InlineData("title: 甲\n\n\nsource: 乙\n", "title", null, "\n\nsource: 乙\n")]
    [InlineData("# 只有注释\n", "title", "甲", "# 只有注释\ntitle: 甲\n")]
    // Items of lists, in brackets and below each other.
    [InlineData("tags: [燃气, \"用电\", 防汛]\n", "tags/1", "消防", "tags: [燃气, \"消防\", 防汛]\n")]
    [InlineData("tags: [燃气, 用电]\n", "tags/2", "消防", "tags: [燃气, 用电, 消防]\n")]
    [InlineData("tags: [燃气, 用电]\n", "tags/0", null, "tags: [用电]\n")]
    [InlineData("tags: [燃气, 用电]\n", "tags/1", null, "tags: [燃气]\n")]
    [InlineData("tags: [燃气]\ntitle: 甲\n", "tags/0", null, "title: 甲\n")]
    [InlineData("tags:\n  - 燃气 # 一\n  - 用电 # 二\n", "tags/1", "消防", "tags:\n  - 燃气 # 一\n  - 消防 # 二\n")]
    [InlineData("tags:\n- 燃气\n- 用电\ntitle: 甲\n", "tags/0", null, "tags:\n- 用电\ntitle: 甲\n")]
    [InlineData("tags:\n- 燃气\n- 用电\ntitle: 甲\n", "tags/2", "消防", "tags:\n- 燃气\n- 用电\n- 消防\ntitle: 甲\n")]
    [InlineData("tags: 燃气\n", "tags/1", "消防", "tags: [燃气, 消防]\n")]
    [InlineData("tags: 燃气\n", "tags/0", "消防", "tags: 消防\n")]
    // Groups.
    [InlineData("source: {title: 甲, url: https://example.gov.cn/}\n", "source/title", "乙", "source: {title: 乙, url: https://example.gov.cn/}\n")]
    [InlineData("source:\n  - title: 甲\n    url: https://example.gov.cn/ # 网址\n  - 乙\n", "source/0/title", "丙", "source:\n  - title: 丙\n    url: https://example.gov.cn/ # 网址\n  - 乙\n")]
    [InlineData("source:\n  - title: 甲\n  - 乙\n", "source/0/url", "https://example.gov.cn/", "source:\n  - title: 甲\n    url: https://example.gov.cn/\n  - 乙\n")]
    [InlineData("source:\n  - title: 甲\n    url: https://example.gov.cn/\n  - 乙\n", "source/0/title", null, "source:\n  - url: https://example.gov.cn/\n  - 乙\n")]
    [InlineData("source:\n  - title: 甲\n    url: https://example.gov.cn/\n  - 乙\n", "source/0", null, "source:\n  - 乙\n")]
    public void One_value_changes_and_no_other_byte(string yaml, string path, string? value, string expected)
    {
        var edits = FrontMatterEdits.Set(NewsPage.Definition.AllFields, yaml, [.. path.Split('/')], value is null ? null : new FieldValue.Text(value));

        Assert.Equal(expected, TextEdit.Apply(yaml, edits!.Value));
    }

    [Fact]
    public void A_group_that_is_not_there_yet_is_made()
    {
        const string Yaml = "title: 示例馆\nsource: 示例\n";

        var first = TextEdit.Apply(Yaml, FrontMatterEdits.Set(HallPage.Definition.AllFields, Yaml, ["openDays", "0", "date"], new FieldValue.Text("2026-06-16"))!.Value);
        var second = TextEdit.Apply(first, FrontMatterEdits.Set(HallPage.Definition.AllFields, first, ["openDays", "0", "from"], new FieldValue.Text("09:00"))!.Value);
        var third = TextEdit.Apply(second, FrontMatterEdits.Set(HallPage.Definition.AllFields, second, ["openDays", "1", "date"], new FieldValue.Text("2026-06-20"))!.Value);

        Assert.Equal("title: 示例馆\nsource: 示例\nopenDays:\n  - date: 2026-06-16\n    from: \"09:00\"\n  - date: 2026-06-20\n", third);
    }

    [Theory]
    [InlineData("title：甲\n", "title")]
    [InlineData("title: [甲\n", "title")]
    [InlineData("title: 甲\n", "tags/3")]
    [InlineData("title: 甲\n", "title/inner")]
    [InlineData("- 甲\n", "title")]
    public void What_cannot_be_read_or_has_no_such_place_is_left_to_a_person(string yaml, string path) =>
        Assert.Null(FrontMatterEdits.Set(NewsPage.Definition.AllFields, yaml, [.. path.Split('/')], new FieldValue.Text("乙")));

    [Fact]
    public void A_value_that_is_there_already_changes_nothing() =>
        Assert.Empty(FrontMatterEdits.Set(NewsPage.Definition.AllFields, "title:   '甲'\n", ["title"], new FieldValue.Text("甲"))!.Value);

    public static TheoryData<string> OwnPages =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "content"), "*.md", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "README.md").Order(StringComparer.Ordinal).Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Fact]
    public void Any_page_of_this_site_survives_the_way_through_the_editor_byte_for_byte()
    {
        Assert.All(OwnPages, row =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, row.Data));
            Assert.Equal(bytes, EditedText.Write(bytes, EditedText.Read(bytes)!));
            var windows = (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\n", "\r\n", StringComparison.Ordinal))];
            Assert.Equal(windows, EditedText.Write(windows, EditedText.Read(windows)!));
        });
    }

    [Fact]
    public void Any_edit_of_any_value_of_this_site_leaves_every_other_byte_as_it_is()
    {
        var texts = OwnPages.Select(row => row.Data).ToDictionary(path => path, path => File.ReadAllText(Path.Combine(Repository.Root, path)));
        var pages = texts.Where(page => PageParts.Of(page.Value).Fields(page.Value) is not null).Select(page => page.Key).ToArray();
        var words = Gen.Elements("新的内容", "甲: 乙", "#话题", "“引号”", "it's \"so\"", "- 减号", "*星号", "2026-06-16", "09:00", "a, b", "[方括号]", "{花括号}", "反\\斜杠", "𠮷野家", "true", "很长的一段文字，里面有逗号、句号。", "结尾冒号:", "100%", "@at", "第一行\n第二行");
        var edits = from page in Gen.Elements(pages) from number in Gen.Choose(0, 10_000) from word in words from isGone in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true))) select (page, number, word, isGone);

        Prop.ForAll(edits.ToArbitrary(), edit =>
        {
            var (page, number, word, isGone) = edit;
            var yaml = PageParts.Of(texts[page]).Yaml(texts[page]);
            var type = ContentTypes.All.First(one => page.StartsWith(one.ContentFolder, StringComparison.Ordinal));
            var root = YamlSpan.Read(yaml)!;
            var places = Scalars(root, []).ToList();
            var (path, place) = places[number % places.Count];

            var found = FrontMatterEdits.Set(type.AllFields, yaml, path, isGone ? null : new FieldValue.Text(word));

            // Only what a person has written in two ways at once may be refused; this site has none.
            Assert.True(found is not null, $"{string.Join('/', path)}\n{yaml}");
            var after = TextEdit.Apply(yaml, found.Value);
            Assert.Equal(FieldValue.Of(root).With(path.AsSpan(), isGone ? null : new FieldValue.Text(word)), YamlSpan.Read(after) is { } read ? FieldValue.Of(read) : null);
            if (!isGone)
            {
                Assert.StartsWith(yaml[..place.Start], after, StringComparison.Ordinal);
                Assert.EndsWith(yaml[place.End..], after, StringComparison.Ordinal);
                Assert.Equal(yaml, TextEdit.Apply(after, [new(place.Start, after.Length - yaml.Length + place.End - place.Start, yaml[place.Start..place.End])]));
            }
            else
            {
                // Lines without the field are as they were, in their order.
                var (before, left) = (yaml.Split('\n'), after.Split('\n'));
                Assert.True(IsSubsequence(left.Where(line => before.Contains(line)), before), after);
                Assert.True(left.Count(line => !before.Contains(line)) <= 1, after);
            }
        }).AssertHolds(runs: 2000);
    }

    private static bool IsSubsequence(IEnumerable<string> some, string[] all)
    {
        using var left = all.AsEnumerable().GetEnumerator();
        return some.All(line =>
        {
            while (left.MoveNext())
            {
                if (left.Current == line)
                {
                    return true;
                }
            }

            return false;
        });
    }

    private static IEnumerable<(ImmutableArray<string> Path, YamlSpan.Scalar Place)> Scalars(YamlSpan node, ImmutableArray<string> path) => node switch
    {
        YamlSpan.Scalar scalar => [(path, scalar)],
        YamlSpan.Sequence list => list.Items.SelectMany((item, number) => Scalars(item, path.Add($"{number}"))),
        YamlSpan.Mapping group => group.Entries.SelectMany(entry => Scalars(entry.Value, path.Add(entry.Key.Value))),
        _ => [],
    };
}
