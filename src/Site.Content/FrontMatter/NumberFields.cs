using System.Globalization;
using Site.Core.Yaml;

namespace Site.Content.FrontMatter;

/// <summary>Fields of numbers, and of yes and no.</summary>
internal static class NumberFields
{
    /// <returns>The number, or null where it is absent or (reported) no such number.</returns>
    public static int? Integer(this FieldValues fields, string name)
    {
        var field = fields.Declared<IntegerField>(name);
        return fields.Find(name) is { } node ? fields.IntegerOf(name, node, field.Least, field.Most) : null;
    }

    /// <param name="least">The smallest number that makes sense; likewise <paramref name="most"/>.</param>
    public static int? IntegerOf(this FieldValues fields, string name, YamlNode node, int least, int most)
    {
        if (node is not YamlNode.Scalar { Value: var text }
            || !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number.ToString(CultureInfo.InvariantCulture) != text)
        {
            fields.WrongType(name, node, "整数", "只写数字，不写单位，不加逗号。");
            return null;
        }

        if (number < least || number > most)
        {
            fields.OutOfRange(name, node, $"应当在 {least} 到 {most} 之间，这里写的是 {number}。", "核对后改正。");
            return null;
        }

        return number;
    }

    /// <returns>True or false; the fallback where the field is absent or (reported) neither.</returns>
    public static bool Boolean(this FieldValues fields, string name, bool fallback)
    {
        switch (fields.Find<BooleanField>(name))
        {
            case null:
                return fallback;
            case YamlNode.Scalar { Value: "true", IsQuoted: false }:
                return true;
            case YamlNode.Scalar { Value: "false", IsQuoted: false }:
                return false;
            case var node:
                fields.WrongType(name, node, " true（是）或者 false（否）", "“是” 写 true，“否” 写 false，不加引号。");
                return fallback;
        }
    }

    /// <returns>A number of degrees in −<paramref name="most"/> to <paramref name="most"/>; null (reported) for anything else.</returns>
    public static decimal? DegreesOf(this FieldValues fields, string name, YamlNode node, int most)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (node is not YamlNode.Scalar { Value: { Length: <= 16 } text }
            || !decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var degrees))
        {
            fields.WrongType(name, node, "度数", "写小数形式的度数，先纬度、后经度：[30.01, 122.2]。");
            return null;
        }

        if (Math.Abs(degrees) > most)
        {
            fields.OutOfRange(name, node, $"应当在 -{most} 到 {most} 之间，这里写的是 {text}。", "先写纬度，后写经度：[30.01, 122.2]。");
            return null;
        }

        return degrees;
    }
}
