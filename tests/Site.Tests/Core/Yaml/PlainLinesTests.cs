using FsCheck;
using FsCheck.Fluent;
using Site.Core.Diagnostics;
using Site.Core.Yaml;

namespace Site.Tests;

public sealed class PlainLinesTests
{
    /// <summary>Pieces that make most lines almost plain.</summary>
    private static readonly string[] Pieces =
    [
        "title", ": ", "tags", "消防", "示例单位", " ", ",", "[", "]", "\n", "\"", "'", ":", "#", " #", "-", "a", "2024-06-16", "null", "~", "|",
        ">", "&a", "*a", "!", "%", "\\", "\t", "（", "：", "{", "}", "?", "1", "true", "。", "\u00A0", "\u3000", "  ", "示例二", "abc", "、", "《》", "(b)", "=", "𠀀", "...", "---", ": [消防, 燃气]", "\ntitle: ", ".", "/",
    ];

    [Fact]
    public void Whatever_is_read_as_plain_lines_is_read_alike_by_the_full_parser()
    {
        var read = 0;

        Prop.ForAll(Texts().ToArbitrary(), text =>
        {
            var plain = FlatYaml.Read(text, 2);
            if (plain is not null)
            {
                read++;
                var diagnostics = new List<Diagnostic>();
                Assert.Equal(Show(YamlReader.ReadFully(text, 2, "a.md", diagnostics)), Show(plain));
                Assert.Empty(diagnostics);
            }
        }).AssertHolds(20_000);

        Assert.InRange(read, 1_000, 19_000);
    }

    [Fact]
    public void The_front_matter_of_most_news_is_plain_lines()
    {
        Assert.Equal(
            "{title@2:1=体验馆：开放@2:8, date@3:1=2024-06-16@3:7, tags@4:1=[消防@4:8, 五进@4:12]@4:7, summary@5:1=\"周末: 免费\"@5:10}@2:1",
            Show(FlatYaml.Read("title: 体验馆：开放\ndate: 2024-06-16\ntags: [消防, 五进]\nsummary: \"周末: 免费\"\n", 2)));
    }

    private static Gen<string> Texts() =>
        from count in Gen.Choose(1, 3)
        from lines in Gen.ArrayOf(Lines(), count)
        select string.Concat(lines);

    private static Gen<string> Lines() =>
        from count in Gen.Choose(0, 4)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), count)
        from start in Gen.Elements("title: ", "summary: 示例", "tags: [a, ", "title: \"", "")
        from end in Gen.Elements("\n", "]\n", "\"\n", "")
        select start + string.Concat(pieces) + end;

    private static string Show(YamlNode? node) => node switch
    {
        null => "nothing",
        YamlNode.Scalar { IsQuoted: true } scalar => $"\"{scalar.Value}\"@{scalar.Line}:{scalar.Column}",
        YamlNode.Scalar scalar => $"{scalar.Value}@{scalar.Line}:{scalar.Column}",
        YamlNode.Sequence list => $"[{string.Join(", ", list.Items.Select(Show))}]@{list.Line}:{list.Column}",
        YamlNode.Mapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{Show(entry.Key)}={Show(entry.Value)}"))}}}@{mapping.Line}:{mapping.Column}",
        _ => throw new ArgumentException("No node.", nameof(node)),
    };
}
