using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Core.Yaml;

/// <summary>Reads YAML of the two kinds of files: front matter and <c>site.yaml</c>, and files of <c>input/</c>.</summary>
public static class YamlReader
{
    private const int LargestFrontMatter = 64 * 1024;
    private const long LargestInput = 1024 * 1024;

    /// <summary>Reads front matter or <c>site.yaml</c>.</summary>
    /// <param name="text">A mapping in YAML, with LF at the end of each line.</param>
    /// <param name="firstLine">Line in the file on which the text begins, from 1; it begins in column 1.</param>
    /// <param name="diagnostics">Takes at most one error, of subject <c>yaml</c>, or warnings of comments that cut values.</param>
    /// <returns>The mapping, empty if the text is empty; null if there is an error.</returns>
    public static YamlNode.Mapping? Read(string text, int firstLine, string path, List<Diagnostic> diagnostics)
    {
        if (text.Length > LargestFrontMatter)
        {
            diagnostics.Add(Diagnostic.Error("yaml/too-large", new(path, firstLine),
                $"字段区有 {text.Length} 个字符，超过了 {LargestFrontMatter} 个的上限。", "把长的文字移到正文里。"));
            return null;
        }

        return FlatYaml.Read(text, firstLine) ?? ReadFully(text, firstLine, path, diagnostics);
    }

    /// <summary>Reads a file of <c>input/</c>.</summary>
    /// <param name="diagnostics">Takes what is wrong: of subject <c>input</c> for the bytes, at most one of subject <c>yaml</c>.</param>
    /// <returns>The root node; null if there is a diagnostic, which is also the case for an empty file.</returns>
    public static YamlNode? ReadInput(SourceFile file, List<Diagnostic> diagnostics)
    {
        if (InputText.Read(file, LargestInput, diagnostics) is not { } text
            || !YamlParser.TryRead(text, 1, file.Path, YamlDialect.Input, diagnostics, out var node))
        {
            return null;
        }

        if (node is null)
        {
            diagnostics.Add(Diagnostic.Error("yaml/empty", new(file.Path), "文件里没有内容。", "照 input/README.md 里的例子写，或者删掉这个文件。"));
        }

        return node;
    }

    /// <summary>The same as <see cref="Read"/> by the full parser, whatever the text.</summary>
    internal static YamlNode.Mapping? ReadFully(string text, int firstLine, string path, List<Diagnostic> diagnostics)
    {
        if (!YamlParser.TryRead(text, firstLine, path, YamlDialect.FrontMatter, diagnostics, out var node))
        {
            return null;
        }

        switch (node)
        {
            case YamlNode.Mapping mapping:
                return mapping;
            case null or YamlNode.Scalar { IsEmpty: true }:
                return new(firstLine, 1, []);
            default:
                diagnostics.Add(Diagnostic.Error("yaml/not-fields", new(path, node.Line, node.Column), "这里应当是一行一个的 “字段: 内容”。",
                    "写成 “title: 标题” 这样的形式，冒号用半角，后面空一格。"));
                return null;
        }
    }
}
