using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>From the files of <c>input/forms/</c> to forms.</summary>
internal static class FormReader
{
    private const string Folder = "input/forms/";

    /// <param name="files">Files of <c>input/</c>; those of <c>input/forms/</c> that end in <c>.yaml</c> are read.</param>
    /// <returns>The forms that can be read, and all that is wrong with any: codes of subject <c>form</c>, <c>yaml</c> and <c>input</c>.</returns>
    public static Checked<FormBook> Read(ImmutableArray<SourceFile> files)
    {
        var problems = new List<Problem>();
        var forms = ImmutableArray.CreateBuilder<Form>();
        foreach (var file in files.Where(IsForm).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (InputYaml.Read(file, problems) is not { } node || FormFile.Read(file.Path, node, problems) is not { } form)
            {
                continue;
            }

            if (forms.FirstOrDefault(other => other.Id == form.Id) is { } other)
            {
                problems.Add(Problem.Error("form/duplicate-id", form.Where, $"表格 “{form.Id}” 在 {other.Where.Path} 里已经有了。",
                    "新一年的表格要用新的 id，例如在后面写上年份；改动旧表格就直接改原来的文件。"));
                continue;
            }

            forms.Add(form);
        }

        return new(forms.Count == 0 ? FormBook.Empty : new([.. forms.OrderBy(form => form.Id, StringComparer.Ordinal)]), [.. problems]);
    }

    private static bool IsForm(SourceFile file) =>
        file.Path.StartsWith(Folder, StringComparison.Ordinal) && file.Path.EndsWith(".yaml", StringComparison.Ordinal);
}
