using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary><c>site stats template</c>: an empty form for a unit to fill in; the same bytes each time.</summary>
public static class FormTemplate
{
    /// <summary>The formats there are, by the ending of their files.</summary>
    public static ImmutableArray<string> Formats { get; } = ["xlsx", "docx", "csv"];

    /// <param name="input">All files of <c>input/</c>.</param>
    /// <param name="id">Id of the form.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <returns>The bytes of the file, or null and what is wrong: with the forms, or <c>form/unknown</c> or <c>form/personal</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The format is none of these.</exception>
    public static Checked<byte[]?> Make(ImmutableArray<SourceFile> input, string id, string format)
    {
        var (book, problems) = FormReader.Read(input);
        if (!problems.IsEmpty)
        {
            return new(null, problems);
        }

        var known = string.Join("、", book.Returned.Select(form => $"{form.Id}（{form.Title}）"));
        return book.FindForm(id) switch
        {
            null => new(null, [Problem.Error("form/unknown", new("input/forms"), $"没有表格 {SafeWord.Quote(id)}。", known.Length > 0 ? $"已有的表格：{known}。" : "先在 input/forms/ 里写好表格。")]),
            { IsNeverPublished: true } form => new(null, [Problem.Error("form/personal", form.Where, $"{Quotation.Of(form.Title)} 填的是个人信息，本站不生成、也不接收它。", $"在线下使用原表。可以生成的表格：{known}。")]),
            var form => new(Write(form, format), []),
        };
    }

    private static byte[] Write(Form form, string format) => format switch
    {
        "xlsx" => WorkbookTemplate.Write(form),
        "docx" => WordTemplate.Write(form),
        "csv" => TableTemplate.Write(form),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };
}
