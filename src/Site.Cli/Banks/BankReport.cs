using System.Globalization;
using System.Text;
using Site.Content.Quizzes.Banks;

namespace Site.Cli.Banks;

/// <summary>Says, item by item, what was lost or changed on the way from one form to another.</summary>
internal static class BankReport
{
    /// <param name="title">What was done to which file.</param>
    /// <param name="found">Questions in the source.</param>
    /// <param name="written">Questions in the result.</param>
    /// <returns>Lines with LF at the end of each.</returns>
    public static string Write(string title, int found, int written, IReadOnlyList<BankChange> changes)
    {
        var report = new StringBuilder(title).Append('\n');
        report.Append(CultureInfo.InvariantCulture, $"共 {found} 道题，写出 {written} 道");
        report.Append(found > written ? $"，{(found - written).ToString(CultureInfo.InvariantCulture)} 道没有带过来" : "");
        report.Append(changes.Count > 0 ? $"；{changes.Count.ToString(CultureInfo.InvariantCulture)} 处有丢失或者改变：\n" : "；没有丢失，没有改变。\n");
        foreach (var item in changes.GroupBy(change => (change.Location, change.Item)).OrderBy(item => item.Key.Location))
        {
            report.Append(CultureInfo.InvariantCulture, $"\n{item.Key.Location} {item.Key.Item}\n");
            foreach (var message in item.Select(change => change.Message).Distinct(StringComparer.Ordinal))
            {
                report.Append(CultureInfo.InvariantCulture, $"  - {message}\n");
            }
        }

        return report.ToString();
    }
}
