using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Core.Yaml;

/// <summary>The fields of one mapping in a YAML file of <c>input/</c>, read by name; what is wrong with a field is reported at its location.</summary>
/// <param name="path">Path of the file.</param>
/// <param name="subject">First part of the codes: <c>form</c>.</param>
/// <param name="node">The mapping; anything else is reported, and read as no fields.</param>
/// <param name="known">The names of the fields that are allowed here.</param>
/// <param name="diagnostics">Receives unknown, repeated, missing and malformed fields.</param>
public sealed class InputFields(string path, string subject, YamlNode node, ImmutableArray<string> known, List<Diagnostic> diagnostics)
{
    private readonly ImmutableArray<(YamlNode.Scalar Key, YamlNode Value)> entries = Match(path, subject, node, known, diagnostics);

    /// <summary>Where the fields begin.</summary>
    public Location Location => At(node);

    /// <returns>Where a node of this file begins.</returns>
    public Location At(YamlNode other) => new(path, other.Line, other.Column);

    /// <returns>The text of a field; empty, and reported, if it is missing.</returns>
    public string Required(string name) => Optional(name) ?? Missing(name);

    /// <returns>The text of a field, or null if it is missing or empty.</returns>
    public string? Optional(string name)
    {
        switch (Find(name))
        {
            case null or YamlNode.Scalar { Value.Length: 0 }:
                return null;
            case YamlNode.Scalar word:
                return word.Value;
            case var other:
                Report("wrong-type", other, $"字段 “{name}” 应当是一段文字。", $"写成 “{name}: 内容”。");
                return null;
        }
    }

    /// <returns>An integer from 0, or null if the field is missing or no such number (reported).</returns>
    public int? Integer(string name)
    {
        if (Optional(name) is not { } text || text == "null")
        {
            return null;
        }

        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Report("wrong-type", Find(name)!, $"字段 “{name}” 应当是一个不小于 0 的整数。", "只写阿拉伯数字。");
        return null;
    }

    /// <returns>Whether the field is <c>true</c>; anything but <c>true</c> and <c>false</c> is reported.</returns>
    public bool Boolean(string name)
    {
        if (Optional(name) is { } text && text is not ("true" or "false"))
        {
            Report("wrong-type", Find(name)!, $"字段 “{name}” 只能是 true 或 false。", "改成其中一个，或者删掉这一行。");
        }

        return Optional(name) == "true";
    }

    /// <returns>The value of the word that is written; the first value, and a diagnostic, if it is another word or none.</returns>
    public T Enum<T>(string name, ImmutableArray<string> words, ImmutableArray<T> values)
    {
        var text = Required(name);
        var at = words.IndexOf(text, StringComparer.Ordinal);
        if (at < 0 && text.Length > 0)
        {
            Report("unknown-value", Find(name)!, $"字段 “{name}” 的内容不在可选的范围内。", $"可以写：{string.Join("、", words)}。");
        }

        return values[Math.Max(0, at)];
    }

    /// <returns>The items of a list; a single text counts as a list of one; empty where the field is missing.</returns>
    public ImmutableArray<YamlNode> List(string name) => Find(name) switch
    {
        null => [],
        YamlNode.Sequence list => list.Items,
        var single => [single],
    };

    /// <returns>The texts of a list; other items are reported and left out.</returns>
    public ImmutableArray<string> Texts(string name)
    {
        foreach (var other in List(name).Where(item => item is not YamlNode.Scalar))
        {
            Report("wrong-type", other, $"字段 “{name}” 的每一项应当是一段文字。", "每项一行，以 “- ” 开头。");
        }

        return [.. List(name).OfType<YamlNode.Scalar>().Select(word => word.Value)];
    }

    /// <returns>The node of a field, or null.</returns>
    public YamlNode? Find(string name) => entries.FirstOrDefault(entry => entry.Key.Value == name).Value;

    /// <summary>Reports an error of this subject.</summary>
    public void Report(string fault, YamlNode node, string message, string help) =>
        diagnostics.Add(Diagnostic.Error($"{subject}/{fault}", At(node), message, help));

    /// <summary>Reports a warning of this subject.</summary>
    public void Warn(string fault, YamlNode node, string message, string help) =>
        diagnostics.Add(Diagnostic.Warning($"{subject}/{fault}", At(node), message, help));

    private string Missing(string name)
    {
        if (Find(name) is null or YamlNode.Scalar)
        {
            Report("missing-field", node, $"缺少字段 “{name}”。", $"加上一行 “{name}: …”。");
        }

        return "";
    }

    private static ImmutableArray<(YamlNode.Scalar Key, YamlNode Value)> Match(
        string path, string subject, YamlNode node, ImmutableArray<string> known, List<Diagnostic> diagnostics)
    {
        if (node is not YamlNode.Mapping fields)
        {
            diagnostics.Add(Diagnostic.Error($"{subject}/not-fields", new(path, node.Line, node.Column), "这里应当是一行一个的 “字段: 内容”。",
                $"可用字段：{string.Join("、", known)}。"));
            return [];
        }

        var found = ImmutableArray.CreateBuilder<(YamlNode.Scalar Key, YamlNode Value)>(fields.Entries.Length);
        foreach (var entry in fields.Entries)
        {
            var location = new Location(path, entry.Key.Line, entry.Key.Column);
            if (!known.Contains(entry.Key.Value, StringComparer.Ordinal))
            {
                diagnostics.Add(Diagnostic.Error($"{subject}/unknown-field", location, $"字段 {Quoted.Id(entry.Key.Value)} 不存在。",
                    $"{(NearestName.Find(entry.Key.Value, known) is { } near ? $"是不是 “{near}”？" : "")}可用字段：{string.Join("、", known)}。"));
            }
            else if (found.Any(other => other.Key.Value == entry.Key.Value))
            {
                diagnostics.Add(Diagnostic.Error($"{subject}/duplicate-field", location, $"字段 “{entry.Key.Value}” 写了两次。", "只留下一个。"));
            }
            else
            {
                found.Add(entry);
            }
        }

        return found.DrainToImmutable();
    }
}
