using Site.Model;

namespace Site.Reading;

/// <summary>
/// Settles what <c>xref:</c> calls each page. An id that is written holds, and two equal ones are an error. An id that comes from a
/// file's name gives way when another page has the same: then the page is called by its address without the outer slashes (<c>guides/fire</c>).
/// </summary>
internal static class PageIds
{
    /// <param name="pages">By path; the ids change in place.</param>
    /// <param name="isWritten">For each page, whether its writer chose the id.</param>
    /// <param name="problems">Takes <c>id/duplicate</c>, at each file, naming the other.</param>
    public static void Settle(Page[] pages, bool[] isWritten, List<Problem> problems)
    {
        var written = new Dictionary<string, Page>(StringComparer.Ordinal);
        var named = new Dictionary<string, int>(pages.Length, StringComparer.Ordinal);
        for (var i = 0; i < pages.Length; i++)
        {
            if (!isWritten[i])
            {
                named[pages[i].Id] = named.GetValueOrDefault(pages[i].Id) + 1;
            }
            else if (!written.TryAdd(pages[i].Id, pages[i]))
            {
                problems.Add(Duplicate(pages[i], written[pages[i].Id]));
                problems.Add(Duplicate(written[pages[i].Id], pages[i]));
            }
        }

        for (var i = 0; i < pages.Length; i++)
        {
            if (!isWritten[i] && (named[pages[i].Id] > 1 || written.ContainsKey(pages[i].Id)))
            {
                pages[i] = pages[i] with { Id = pages[i].Address.Trim('/') };
            }
        }
    }

    private static Problem Duplicate(Page page, Page other) =>
        Problem.Error("id/duplicate", page.Places["id"], $"编号 “{page.Id}” 在 {other.Path} 里也用了。", "换一个编号，或者删掉这一行，用文件名作编号。");
}
