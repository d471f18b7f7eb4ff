using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Site.Tests;

/// <summary>
/// A page in two parts: what is its own (its entries of the head, the marked entry of the menu, <c>&lt;main&gt;</c>) and the shell around it, which is the same on
/// all pages of a site. So a new entry of the menu changes one golden file.
/// </summary>
internal static partial class GoldenPage
{
    private const string Marked = " aria-current=\"true\"";

    /// <summary>Compares what is a page's own with <c>Golden/</c> in the test's folder, and its shell with the one shell, which lists other pages.</summary>
    /// <param name="path">Of the file in the output: <c>guides/gas/index.html</c>.</param>
    public static void Match(string path, string page, [CallerFilePath] string test = "")
    {
        var (shell, own) = Split(page);

        Golden.Match(path.Replace("/index.html", ".html", StringComparison.Ordinal).Replace('/', '-'), own, test);
        Assert.Equal(WithoutLists(File.ReadAllText(Golden.PathOf("shell.html"))), WithoutLists(shell));
    }

    /// <summary>Compares the shell of a page with the one shell, lists included.</summary>
    public static void MatchShell(string page) => Golden.Match("shell.html", Split(page).Shell);

    private static (string Shell, string Own) Split(string page)
    {
        var (main, foot) = (page.IndexOf("<main ", StringComparison.Ordinal), page.LastIndexOf("</main>", StringComparison.Ordinal) + "</main>".Length);
        var (title, rest) = (page.IndexOf("<title>", StringComparison.Ordinal), page.IndexOf("    <meta name=\"color-scheme\"", StringComparison.Ordinal));
        var marked = MarkedEntry().Match(page[..main]).Value;

        return (
            (page[..title] + page[rest..main] + "<main></main>" + page[foot..]).Replace(Marked, "", StringComparison.Ordinal),
            $"{page[title..rest].TrimEnd()}\n{marked}\n{page[main..foot]}\n");
    }

    private static string WithoutLists(string shell) => Lists().Replace(shell, "$1");

    [GeneratedRegex("""<a [^>]* aria-current="true">[^<]*</a>""")]
    private static partial Regex MarkedEntry();

    [GeneratedRegex("""(<nav (?:class="menu"|class="calls"|aria-label="关于本站")[^>]*>).*?(?=</nav>)""", RegexOptions.Singleline)]
    private static partial Regex Lists();
}
