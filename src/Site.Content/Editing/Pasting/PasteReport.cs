using System.Globalization;

namespace Site.Content.Editing.Pasting;

/// <summary>Markdown of what somebody pasted, and what was changed on the way.</summary>
/// <param name="Markdown">Blocks with an empty line between them; without a line end at the end.</param>
/// <param name="Notes">In simplified Chinese, each without a full stop, for whoever pasted; none where nothing was changed.</param>
public sealed record Pasted(string Markdown, IReadOnlyList<string> Notes)
{
    /// <summary>Nothing of what is too long is taken: half of it would look like all.</summary>
    public static Pasted TooLong { get; } = new("", ["内容太长，没有粘贴：请分几次复制，或者存成 .docx 文件再拖进来"]);
}

/// <summary>Counts what is changed.</summary>
internal sealed class PasteReport
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <param name="what">With <c>{0}</c> for how often.</param>
    public void Add(string what, int times = 1) => counts[what] = counts.GetValueOrDefault(what) + times;

    public IReadOnlyList<string> Notes() => [.. counts.Where(count => count.Value > 0).Select(count => string.Format(CultureInfo.InvariantCulture, count.Key, count.Value))];
}
