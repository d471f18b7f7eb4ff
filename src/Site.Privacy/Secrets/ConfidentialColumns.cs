using System.Text.RegularExpressions;
using Site.Core.Csv;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Privacy.Values;

namespace Site.Privacy.Secrets;

/// <summary>Table columns that hold confidential values: who reported, contacts, notes, and everything that only names a person.</summary>
internal static partial class ConfidentialColumns
{
    private const long LargestInBytes = 64 * 1024 * 1024;

    /// <summary>Folders whose tables have no such column: snapshots of releases are public, and of attempts only public columns are ever read.</summary>
    private static readonly string[] Passed = ["input/releases/", "input/attempts/", "input/forms/"];

    private static readonly string[] Reporters = ["reporter", "举报人", "反映人", "来电人", "投诉人"];

    public static bool Accepts(string path) =>
        (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase))
        && !Passed.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    /// <returns>The cells of confidential columns. A file that is too large is reported by the reader of its figures.</returns>
    public static IEnumerable<SecretText> Read(SourceFile file, List<Diagnostic> diagnostics)
    {
        if (file.Length is 0 or > LargestInBytes)
        {
            return [];
        }

        var rows = LenientCsv.Read(file.Load());
        var header = rows.FirstOrDefault() ?? [];
        var confidential = Enumerable.Range(0, header.Length).Where(i => IsPrivate(header[i])).Select(i => (Column: i, Origin: OriginOf(header[i]))).ToArray();
        return confidential.Length == 0 ? [] : rows.Skip(1).SelectMany(row =>
            confidential.Where(cell => cell.Column < row.Length && row[cell.Column].Length > 0).Select(cell => new SecretText(row[cell.Column], cell.Origin,
                cell.Origin is SecretOrigin.Person or SecretOrigin.Reporter ? "" : string.Join('\n', row.Where((_, i) => !confidential.Any(other => other.Column == i))))));
    }

    internal static bool IsPrivate(string column) => Names().IsMatch(column.Trim());

    private static SecretOrigin OriginOf(string column) =>
        column.Contains("note", StringComparison.OrdinalIgnoreCase) || column.Contains("备注", StringComparison.Ordinal) ? SecretOrigin.Note
        : column.Contains("source", StringComparison.OrdinalIgnoreCase) || column.Contains("来源", StringComparison.Ordinal) ? SecretOrigin.Source
        : Reporters.Any(word => column.Contains(word, StringComparison.OrdinalIgnoreCase)) ? SecretOrigin.Reporter
        : SecretOrigin.Person;

    [GeneratedRegex("^(source|reporter|contact|note|notes|phone|tel|telephone|mobile|email|mail|wechat|qq|openid|idcard|id_card|person|filled_by|filler"
        + "|.*(联系人|联系方式|联系电话|电话|手机|传真|邮箱|微信|举报人|反映人|来电人|投诉人|备注|线索来源|来源|填报人|填表人|经办人|负责人|审核人|身份证|姓名|住址|签名|盖章).*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Names();
}
