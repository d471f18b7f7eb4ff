using System.Xml;
using System.Xml.Linq;
using Site.Model;

namespace Site.Reading;

/// <summary>Reads a bank in Moodle XML. A document type is refused, and with it every entity of its own.</summary>
internal static class MoodleXmlReader
{
    public const int LargestInBytes = 48 * 1024 * 1024;

    private const int Depth = 40;

    /// <returns>The questions; null where the file is no such XML, which is reported.</returns>
    public static List<RawQuestion>? Read(byte[] bytes, BankNotes notes)
    {
        if (Load(bytes, notes) is not { Root: { } root })
        {
            return null;
        }

        if (root.Name.LocalName != "quiz")
        {
            notes.Error("bank/not-moodle-xml", Where(root, notes), $"最外层是 <{SafeText.Quote(root.Name.LocalName)}>，不是 <quiz>，这不是 Moodle XML 题库。", "请在 Moodle 的题库里选“导出”“Moodle XML 格式”。");
            return null;
        }

        var questions = new List<RawQuestion>();
        var category = "";
        foreach (var question in root.Elements().Where(element => element.Name.LocalName == "question"))
        {
            if ((string?)question.Attribute("type") == "category")
            {
                category = BankCategories.Last(MoodleXmlTexts.Plain(question.Element("category")));
            }
            else
            {
                questions.Add(ReadQuestion(question, category, notes));
            }
        }

        return questions;
    }

    /// <returns>The line and column at which an element begins.</returns>
    public static Place Where(XElement element, BankNotes notes) =>
        element is IXmlLineInfo info && info.HasLineInfo() ? new(notes.Path, info.LineNumber, Math.Max(info.LinePosition - 1, 1)) : new(notes.Path);

    private static RawQuestion ReadQuestion(XElement question, string category, BankNotes notes)
    {
        var type = ((string?)question.Attribute("type") ?? "").Trim();
        var text = MoodleXmlTexts.Read(question.Element("questiontext"), TextForm.Html);
        text = type is "cloze" or "multianswer" ? text : MoodleXmlTexts.WithOldPicture(question, text);
        var (shown, answer) = MoodleXmlAnswers.Read(question, type, text, notes);
        return new(
            Where(question, notes), MoodleXmlTexts.Plain(question.Element("name")), Id(question),
            [.. question.Elements("tags").Elements("tag").Select(MoodleXmlTexts.Plain).Where(tag => tag.Length > 0)], category, shown, answer)
        {
            Explanation = MoodleXmlTexts.Read(question.Element("generalfeedback"), text.Form),
            Hints = [.. question.Elements("hint").Select(hint => MoodleXmlTexts.Read(hint, text.Form))],
            Said = [.. MoodleXmlLosses.Of(question, type)],
        };
    }

    private static string? Id(XElement question) => ((string?)question.Element("idnumber"))?.Trim() is { Length: > 0 } id ? id : null;

    private static XDocument? Load(byte[] bytes, BankNotes notes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LargestInBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using (var first = XmlReader.Create(new MemoryStream(bytes), settings))
            {
                while (first.Read())
                {
                    if (first.Depth > Depth)
                    {
                        notes.Error("bank/too-deep", new(notes.Path, ((IXmlLineInfo)first).LineNumber, ((IXmlLineInfo)first).LinePosition), $"元素一层套一层，超过{Depth}层。", "这不是正常的题库，请重新导出。");
                        return null;
                    }
                }
            }

            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        }
        catch (XmlException broken)
        {
            var start = System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 4096)));
            var isDocumentType = start.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
            notes.Error(
                isDocumentType ? "bank/document-type" : "bank/broken-xml", new(notes.Path, Math.Max(broken.LineNumber, 1), Math.Max(broken.LinePosition, 1)),
                isDocumentType ? "文件里有 <!DOCTYPE …>，可能引用外面的内容，不读取。" : "从这里起不是完整的 XML：标签没有成对，或者有不能用的字符。",
                isDocumentType ? "请删掉 <!DOCTYPE …> 那一段；Moodle 导出的文件里没有它。" : "请重新导出，或者对照这一行改正。");
            return null;
        }
    }
}
