using System.Xml;
using Site.Model;

namespace Site.Rendering;

/// <summary>Writes texts of Moodle XML, each with the pictures that it shows.</summary>
internal sealed class MoodleXmlTexts
{
    private const string Inside = "@@PLUGINFILE@@/";

    private readonly XmlWriter xml;
    private readonly Website website;
    private readonly QuizPage quiz;
    private readonly BankHtml html;
    private readonly Dictionary<string, string> targetByName = new(StringComparer.Ordinal);

    public MoodleXmlTexts(XmlWriter xml, Website website, QuizPage quiz)
    {
        this.xml = xml;
        this.website = website;
        this.quiz = quiz;
        html = new(website, quiz, Source);
    }

    public string Html(HtmlFragment fragment) => html.Of(fragment);

    /// <summary>Writes an element with a text in HTML and its pictures.</summary>
    public void Write(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteAttributeString("format", "html");
        WriteContent(text);
        xml.WriteEndElement();
    }

    /// <summary>Writes the text and its pictures into the element that is open.</summary>
    public void WriteContent(string text)
    {
        xml.WriteStartElement("text");
        if (text.Length > 0)
        {
            xml.WriteCData(text);
        }

        xml.WriteEndElement();
        foreach (var (name, target) in targetByName.Where(file => text.Contains(Inside + Uri.EscapeDataString(file.Key) + "\"", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            WriteFile(name, target);
        }
    }

    private void WriteFile(string name, string target)
    {
        if (LinkTargets.Join(quiz.Path, target) is not { } path || website.FileAt(path) is not { } file)
        {
            return;
        }

        xml.WriteStartElement("file");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("path", "/");
        xml.WriteAttributeString("encoding", "base64");
        xml.WriteString(Convert.ToBase64String(file.Load()));
        xml.WriteEndElement();
    }

    // Two pictures of one name in two folders must not become one.
    private string Source(Picture picture)
    {
        var name = picture.Target.Split('/')[^1];
        if (!targetByName.TryAdd(name, picture.Target) && targetByName[name] != picture.Target)
        {
            name = picture.Target.Replace('/', '-').TrimStart('.', '-');
            targetByName.TryAdd(name, picture.Target);
        }

        return Inside + Uri.EscapeDataString(name);
    }
}
