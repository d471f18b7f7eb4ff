namespace Site.BrowserTests;

/// <summary>Builds a site from one text, for tests that need other content than this repository's.</summary>
internal static class SmallSite
{
    private const string Settings = "title: 示例市安全生产月\nurl: https://example.gov.cn/\norganiser: 示例市安委办\n";

    /// <param name="text">Files, each beginning with a line <c>-- path --</c>; <c>site.yaml</c> need not be among them.</param>
    public static async Task<BuiltSite> BuildAsync(string text)
    {
        var folder = Directory.CreateTempSubdirectory("site-source-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "site.yaml"), Settings);
            foreach (var part in ("\n" + text.ReplaceLineEndings("\n")).Split("\n-- ").Skip(1))
            {
                var end = part.IndexOf(" --\n", StringComparison.Ordinal);
                var file = Path.Combine(folder, part[..end]);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllTextAsync(file, part[(end + 4)..] + "\n");
            }

            return await BuiltSite.BuildAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
