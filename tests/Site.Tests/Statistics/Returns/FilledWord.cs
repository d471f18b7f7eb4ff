using System.Text;
using System.Xml.Linq;
using Site.Core.Text;
using Site.Statistics.Forms;

namespace Site.Tests;

/// <summary>Fills in an empty form in Word, with all that Word and people do to it on the way.</summary>
internal static class FilledWord
{
    private const string Blank = "〔    〕";
    private static readonly XNamespace W = OfficeFiles.W;

    private static readonly Dictionary<char, char> Traditional = ReadTraditional();

    public static byte[] Fill(byte[] template, FilledSample sample) => OfficeFiles.Change(template, "word/document.xml", document =>
    {
        var blanks = new Queue<string>(["", .. sample.Form.Indicators.Where(indicator => indicator.Kind is not IndicatorKind.Boolean).Select(indicator => Bracket(sample.Write(indicator), indicator, sample))]);
        var ticks = new Queue<string>(sample.Form.Indicators.Where(indicator => indicator.Kind == IndicatorKind.Boolean).Select(indicator => Tick(sample.Values[indicator.Id], sample)));
        var rewrite = sample.Among<Func<char, char>>(c => c, c => Traditional.GetValueOrDefault(c, c), c => c is '（' or '）' ? c : FormFolding.Fold(c) is var folded && folded > 0x3000 ? folded : c);
        var table = document.Descendants(W + "tbl").Single();
        foreach (var paragraph in document.Descendants(W + "p").ToList())
        {
            var isNote = paragraph.NextNode is XElement { Name.LocalName: "sectPr" };
            var text = string.Concat(paragraph.Descendants(W + "t").Select(t => t.Value));
            var isMarks = text.StartsWith("表号", StringComparison.Ordinal);
            if (!isNote)
            {
                Write(paragraph, Replace(text, blanks, ticks, isMarks ? c => c : rewrite, sample), sample);
            }
        }

        Rearrange(table, sample);
    });

    /// <summary>Puts what is written in the place of each blank, and rewrites the words around it.</summary>
    private static string Replace(string text, Queue<string> blanks, Queue<string> ticks, Func<char, char> rewrite, FilledSample sample)
    {
        var made = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text.AsSpan(i).StartsWith(Blank))
            {
                made.Append(blanks.Dequeue());
                i += Blank.Length - 1;
            }
            else if (text.AsSpan(i).StartsWith("□是　□否"))
            {
                made.Append(ticks.Dequeue());
                i += "□是　□否".Length - 1;
            }
            else
            {
                made.Append(rewrite(text[i])).Append(sample.Chance(0.03) && char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.OtherLetter ? sample.Among(" ", "　") : "");
            }
        }

        return made.ToString();
    }

    private static string Bracket(string written, Indicator indicator, FilledSample sample) =>
        indicator.Kind == IndicatorKind.Header ? sample.Among(written, $"〔{written}〕", $"__{written}__　")
        : written.Trim().Length > 0 && sample.Chance(0.2) ? sample.Among(written, $"__{written}__", $"〔    〕{written}")
        : sample.Among($"〔{written}〕", $"（{written}）", $"({written})", $"【{written}】", $"[ {written} ]", $"（ {written}　）");

    private static string Tick(long? yes, FilledSample sample) => yes switch
    {
        null => sample.Among("□是　□否", "", "□是 □否"),
        1 => sample.Among("☑是　□否", "是", "√是 □否", "■是□否", "是☑ 否□"),
        _ => sample.Among("□是　☑否", "否", "□是√否", "□是 ☒ 否", "是□ 否☑"),
    };

    /// <summary>Word splits runs where it likes, keeps what was deleted, and wraps what was inserted or stands in a content control.</summary>
    private static void Write(XElement paragraph, string text, FilledSample sample)
    {
        paragraph.Elements(W + "r").Remove();
        for (var from = 0; from < text.Length;)
        {
            var length = sample.Chance(0.5) ? text.Length - from : 1 + sample.Below(Math.Min(8, text.Length - from));
            var run = Run(text.Substring(from, length));
            from += length;
            paragraph.Add(sample.Below(8) switch
            {
                0 => new XElement(W + "ins", new XAttribute(W + "id", 1), run),
                1 => new XElement(W + "sdt", new XElement(W + "sdtPr"), new XElement(W + "sdtContent", run)),
                2 => new XElement(W + "hyperlink", run),
                _ => run,
            });
            paragraph.Add(sample.Below(6) switch
            {
                0 => new XElement(W + "del", new XElement(W + "r", new XElement(W + "delText", "999"))),
                1 => new XElement(W + "proofErr"),
                2 => new XElement(W + "r", new XElement(W + "rPr", new XElement(W + "strike")), new XElement(W + "t", "888")),
                _ => null,
            });
        }
    }

    private static XElement Run(string text) => new(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    /// <summary>Rows change places, two become one, and the right-hand cell becomes a table of its own.</summary>
    private static void Rearrange(XElement table, FilledSample sample)
    {
        var rows = table.Elements(W + "tr").Skip(1).ToList();
        rows.Remove();
        table.Add(sample.Chance(0.5) ? sample.Shuffle(rows) : rows);
        if (rows.Count > 1 && sample.Chance(0.3))
        {
            var (first, second) = (table.Elements(W + "tr").ElementAt(1), table.Elements(W + "tr").ElementAt(2));
            foreach (var (upper, lower) in first.Elements(W + "tc").Zip(second.Elements(W + "tc")))
            {
                upper.Add(lower.Elements(W + "p"));
            }

            second.Remove();
        }

        if (sample.Chance(0.3))
        {
            var cell = table.Elements(W + "tr").Last().Elements(W + "tc").Last();
            var paragraphs = cell.Elements(W + "p").ToList();
            paragraphs.Remove();
            cell.Add(new XElement(W + "tbl", new XElement(W + "tr", new XElement(W + "tc", paragraphs))), new XElement(W + "p"));
        }
    }

    private static Dictionary<char, char> ReadTraditional() =>
        TraditionalCharacters.Pairs.Chunk(2).GroupBy(pair => pair[1]).ToDictionary(pair => pair.Key, pair => pair.First()[0]);
}
