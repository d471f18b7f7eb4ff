namespace Site.Reading;

/// <summary>Reads the categories of Moodle, <c>$course$/top/消防/家庭</c>.</summary>
internal static class BankCategories
{
    private static readonly string[] Defaults = ["Default for ", "默认", "Defaults for "];

    /// <returns>The last part of the path, two slashes standing for one; empty where it is one that Moodle makes by itself.</returns>
    public static string Last(string path)
    {
        var last = path.Replace("//", "\uE002", StringComparison.Ordinal).Split('/')[^1].Replace('\uE002', '/').Trim();
        return last is "top" || last.StartsWith('$') || Defaults.Any(start => last.StartsWith(start, StringComparison.Ordinal)) ? "" : last;
    }
}
