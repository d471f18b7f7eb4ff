using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Reads a bank in Moodle XML. A document type is refused, and with it every entity of its own.</summary>
internal static class MoodleXmlReader
{
    public const int LargestInBytes = 48 * 1024 * 1024;

    private const int Depth = 40;

    /// <returns>The questions; null where the file is no such XML, which is reported.</returns>
    public static List<RawQuestion>? Read(byte[] bytes, BankContext context)
    {
        if (Load(bytes, context) is not { Root: { } root })
        {
            return null;
        }

        if (root.Name.LocalName != "quiz")
        {
            context.Error("bank/not-moodle-xml", LocationOf(root, context), $"最外层是 <{Quoted.Line(root.Name.LocalName)}>，不是 <quiz>，这不是 Moodle XML 题库。", "请在 Moodle 的题库里选“导出”“Moodle XML 格式”。");
            return null;
        }

        var questions = new List<RawQuestion>();
        var category = "";
        foreach (var question in root.Elements().Where(element => element.Name.LocalName == "question"))
        {
            if ((string?)question.Attribute("type") == "category")
            {
                category = BankCategories.Last(MoodleXmlTextReader.Plain(question.Element("category")));
            }
            else
            {
                questions.Add(ReadQuestion(question, category, context));
            }
        }

        return questions;
    }

    /// <returns>The line and column at which an element begins.</returns>
    public static Location LocationOf(XElement element, BankContext context) =>
        element is IXmlLineInfo info && info.HasLineInfo() ? new(context.Path, info.LineNumber, Math.Max(info.LinePosition - 1, 1)) : new(context.Path);

    private static RawQuestion ReadQuestion(XElement question, string category, BankContext context)
    {
        var type = ((string?)question.Attribute("type") ?? "").Trim();
        var text = MoodleXmlTextReader.Read(question.Element("questiontext"), TextFormat.Html);
        text = type is "cloze" or "multianswer" ? text : MoodleXmlTextReader.WithOldPicture(question, text);
        var (shown, answer) = MoodleXmlAnswerReader.Read(question, type, text, context);
        return new(
            LocationOf(question, context), MoodleXmlTextReader.Plain(question.Element("name")), Id(question),
            [.. question.Elements("tags").Elements("tag").Select(MoodleXmlTextReader.Plain).Where(tag => tag.Length > 0)], category, shown, answer)
        {
            Explanation = MoodleXmlTextReader.Read(question.Element("generalfeedback"), text.Format),
            Hints = [.. question.Elements("hint").Select(hint => MoodleXmlTextReader.Read(hint, text.Format))],
            Losses = [.. MoodleXmlLosses.Of(question, type)],
        };
    }

    private static string? Id(XElement question) => ((string?)question.Element("idnumber"))?.Trim() is { Length: > 0 } id ? id : null;

    private static XDocument? Load(byte[] bytes, BankContext context)
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
                        context.Error("bank/too-deep", new(context.Path, ((IXmlLineInfo)first).LineNumber, ((IXmlLineInfo)first).LinePosition), $"元素一层套一层，超过{Depth}层。", "这不是正常的题库，请重新导出。");
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
            context.Error(
                isDocumentType ? "bank/document-type" : "bank/broken-xml", new(context.Path, Math.Max(broken.LineNumber, 1), Math.Max(broken.LinePosition, 1)),
                isDocumentType ? "文件里有 <!DOCTYPE …>，可能引用外面的内容，不读取。" : "从这里起不是完整的 XML：标签没有成对，或者有不能用的字符。",
                isDocumentType ? "请删掉 <!DOCTYPE …> 那一段；Moodle 导出的文件里没有它。" : "请重新导出，或者对照这一行改正。");
            return null;
        }
    }
}

/// <summary>Reads the answers of a question in Moodle XML.</summary>
internal static class MoodleXmlAnswerReader
{
    /// <returns>The text, with a mark for each blank that is written into it, and the answer.</returns>
    public static (RawText Text, RawAnswer Answer) Read(XElement question, string type, RawText text, BankContext context) => type switch
    {
        "multichoice" => (text, new RawAnswer.Choices(Choices(question, text.Format, context), IsYes(question, "single", true), IsJudge: false)),
        "truefalse" => (text, TrueFalse(question, text.Format, context)),
        "shortanswer" => (text, new RawAnswer.Words(
            [[.. question.Elements("answer").Select(answer => new RawWord(MoodleXmlTextReader.Plain(answer), Fraction(answer, context), Feedback(answer, text.Format)))]],
            IsYes(question, "usecase", false))),
        "numerical" => (text, Numbers(question, text.Format, context)),
        "matching" => (text, new RawAnswer.Pairs([.. question.Elements("subquestion").Select(pair =>
            new RawPair(MoodleXmlTextReader.Read(pair, text.Format), MoodleXmlTextReader.Plain(pair.Element("answer"))))])),
        "ordering" => (text, new RawAnswer.Steps([.. question.Elements("answer").Select((answer, i) => (Answer: answer, Index: i))
            .OrderBy(step => Fraction(step.Answer, context)).ThenBy(step => step.Index).Select(step => MoodleXmlTextReader.Read(step.Answer, text.Format))])),
        "cloze" or "multianswer" => ClozeReader.Read(text, MoodleXmlReader.LocationOf(question, context), context),
        "description" => (text, new RawAnswer.Description()),
        "essay" => (text, RawAnswer.Unknown.Essay),
        _ => (text, new RawAnswer.Unknown($"本站没有“{Quoted.Line(type)}”这种题型。")),
    };

    private static ImmutableArray<RawChoice> Choices(XElement question, TextFormat format, BankContext context) =>
    [
        .. question.Elements("answer").Select(answer =>
            new RawChoice(MoodleXmlReader.LocationOf(answer, context), MoodleXmlTextReader.Read(answer, format), Fraction(answer, context), Feedback(answer, format))),
    ];

    // Answers are recognised by their words; where these are of another language, the first is true.
    private static RawAnswer TrueFalse(XElement question, TextFormat format, BankContext context)
    {
        var answers = question.Elements("answer").ToArray();
        if (answers.Length != 2)
        {
            return new RawAnswer.Unknown($"判断题应有两个答案，这里有{answers.Length}个。");
        }

        var (yes, no) = MoodleXmlTextReader.Plain(answers[0]) is "false" || MoodleXmlTextReader.Plain(answers[1]) is "true" ? (answers[1], answers[0]) : (answers[0], answers[1]);
        return new RawAnswer.Choices([Choice("正确", yes), Choice("错误", no)], IsSingle: true, IsJudge: true);

        RawChoice Choice(string text, XElement answer) =>
            new(MoodleXmlReader.LocationOf(answer, context), new(text, TextFormat.Plain), Fraction(answer, context), Feedback(answer, format));
    }

    private static RawAnswer.Numbers Numbers(XElement question, TextFormat format, BankContext context)
    {
        var numbers = ImmutableArray.CreateBuilder<RawNumber>();
        var others = RawText.Empty;
        foreach (var answer in question.Elements("answer"))
        {
            var text = MoodleXmlTextReader.Plain(answer);
            if (text is "*")
            {
                others = Feedback(answer, format);
            }
            else if (BankNumbers.Read(text) is { } value)
            {
                numbers.Add(new(value, Math.Abs(BankNumbers.Read((string?)answer.Element("tolerance") ?? "") ?? 0), Fraction(answer, context), Feedback(answer, format)));
            }
            else
            {
                context.Error("bank/unreadable-number", MoodleXmlReader.LocationOf(answer, context), $"“{Quoted.Line(text)}”不是数。", "请用阿拉伯数字写。");
            }
        }

        var units = question.Elements("units").Elements("unit").Select(unit => ((string?)unit.Element("unit_name") ?? "").Trim()).Where(unit => unit.Length > 0).ToArray();
        return new RawAnswer.Numbers(numbers.ToImmutable(), units.Length == 1 ? units[0] : "") { WrongFeedback = others };
    }

    private static RawText Feedback(XElement answer, TextFormat format) => MoodleXmlTextReader.Read(answer.Element("feedback"), format);

    private static decimal Fraction(XElement answer, BankContext context)
    {
        var text = (string?)answer.Attribute("fraction") ?? "0";
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction) && Math.Abs(fraction) <= 1000)
        {
            return fraction;
        }

        context.Error("bank/unreadable-number", MoodleXmlReader.LocationOf(answer, context), $"分值“{Quoted.Line(text)}”不是数。", "fraction 写成 100、50、0 这样的数。");
        return 0;
    }

    private static bool IsYes(XElement question, string name, bool otherwise) => (string?)question.Element(name) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => otherwise,
    };
}

/// <summary>Reads texts of Moodle XML with the files in them.</summary>
internal static class MoodleXmlTextReader
{
    /// <returns>The text of an element in the format that it names, or else in the one given; empty where there is no element.</returns>
    public static RawText Read(XElement? element, TextFormat format)
    {
        if (element is null)
        {
            return RawText.Empty;
        }

        var files = element.Elements("file").Where(file => file.Attribute("name") is not null && (string?)file.Attribute("encoding") is "base64" or null)
            .DistinctBy(Path, StringComparer.Ordinal)
            .ToImmutableDictionary(Path, file => BankPictures.Decode(file.Value) ?? default, StringComparer.Ordinal);
        var named = (string?)element.Attribute("format") switch
        {
            "html" => TextFormat.Html,
            "moodle_auto_format" or "moodle" => TextFormat.Moodle,
            "plain_text" or "plain" => TextFormat.Plain,
            "markdown" => TextFormat.Markdown,
            _ => format,
        };
        return new(RawText.WithoutMarks(element.Element("text")?.Value ?? ""), named, files);
    }

    // As the text names it: without the folder where the file lies at the top.
    private static string Path(XElement file) => $"{(string?)file.Attribute("path")}/{(string)file.Attribute("name")!}".TrimStart('/').Replace("//", "/", StringComparison.Ordinal);

    /// <returns>The plain text in an element, or in its <c>text</c>, on one line.</returns>
    public static string Plain(XElement? element) => element is null ? ""
        : Spacing.OneLine(RawText.WithoutMarks((element.Element("text") ?? element).Value));

    /// <summary>Files from before Moodle 2 hold one picture outside the text.</summary>
    public static RawText WithOldPicture(XElement question, RawText text)
    {
        if (question.Element("image_base64")?.Value.Trim() is not { Length: > 0 } base64)
        {
            return text;
        }

        return text with { Text = text.Text + "<img src=\"@@PLUGINFILE@@/old\" alt=\"\">", Files = text.Files.SetItem("old", BankPictures.Decode(base64) ?? default), Format = TextFormat.Html };
    }
}

/// <summary>Says what of a question in Moodle XML our syntax has no place for, beside its text and answers.</summary>
internal static class MoodleXmlLosses
{
    private static readonly string[] WholeFeedback = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"];

    public static IEnumerable<string> Of(XElement question, string type)
    {
        if (Number(question, "defaultgrade") is { } grade && grade != 1 && type is not "description")
        {
            yield return $"分值{grade:0.##}没有带过来：本站每题一分。";
        }

        if (Number(question, "penalty") is { } penalty && penalty is not (0 or 1) && Math.Abs(penalty - 0.3333333m) > 0.01m)
        {
            yield return $"多次作答的扣分{penalty:0.###}没有带过来。";
        }

        if ((string?)question.Element("hidden") is "1")
        {
            yield return "这道题在原来的题库里是隐藏的。";
        }

        if (WholeFeedback.Any(name => HasOwnWords(question.Element(name))))
        {
            yield return "整题的“答对、部分对、答错”反馈没有带过来，请改写进解析。";
        }

        if (question.Elements("coursetags").Elements("tag").Any())
        {
            yield return "课程标签没有带过来。";
        }

        if (MoodleXmlTextReader.Plain(question.Element("graderinfo")).Length > 0)
        {
            yield return "给评卷人的说明没有带过来。";
        }
    }

    private static decimal? Number(XElement question, string name) =>
        (string?)question.Element(name) is { } text ? BankNumbers.Read(text) : null;

    // Moodle writes its own sentences here for every question.
    private static bool HasOwnWords(XElement? feedback)
    {
        var text = feedback is null ? "" : System.Text.RegularExpressions.Regex.Replace(
            MoodleXmlTextReader.Plain(feedback), "<[^<>]*>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromMilliseconds(MatchTime.Milliseconds)).Trim();
        return text.Length > 0 && text is not ("Your answer is correct." or "Your answer is partially correct." or "Your answer is incorrect."
            or "回答正确。" or "回答部分正确。" or "回答不正确。" or "您的回答正确。" or "您的回答部分正确。" or "您的回答不正确。");
    }
}
