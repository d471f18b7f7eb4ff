using Site.Core.Text;

namespace Site.Core.Yaml;

/// <summary>Shows a writer's value in a message, short and without hidden characters.</summary>
public static class QuotedNode
{
    private const int Longest = 40;

    /// <returns>“value” with a space before it for text; otherwise what it is: 一个列表, 一组字段.</returns>
    public static string Of(YamlNode node) => node switch
    {
        YamlNode.Scalar scalar => $" “{Short(scalar.Value)}”",
        YamlNode.Sequence => "一个列表",
        _ => "一组字段",
    };

    /// <returns>Up to 40 characters of the text, without hidden ones.</returns>
    public static string Short(string text)
    {
        var printable = ForbiddenCharacters.Printable(text);
        if (printable.Length <= Longest)
        {
            return printable;
        }

        var length = char.IsHighSurrogate(printable[Longest - 1]) ? Longest - 1 : Longest;
        return printable[..length] + "…";
    }
}
