using Site.Checking.Leaks;
using Site.Model;
using Site.Model.Privacy;

namespace Site.Checking.Content;

/// <summary>Finds telephones, identity cards and bank cards in a text that is to be published; the value itself is never repeated.</summary>
internal static class PrivateText
{
    /// <param name="path">The file, relative to the site folder.</param>
    /// <param name="text">A part of it, or all of it.</param>
    /// <param name="firstLine">The line in the file on which the text begins, from 1.</param>
    /// <param name="publicContacts">Numbers that the page declares as public; hotlines need not be declared.</param>
    /// <returns>Problems in order of their places.</returns>
    internal static IEnumerable<Problem> Find(string path, string text, int firstLine, IEnumerable<string> publicContacts)
    {
        var allowed = new PublicNumbers(publicContacts);
        var (line, lineStart, seen) = (firstLine, 0, 0);
        foreach (var find in NumberFinds.Find(text, Surroundings.Markup))
        {
            for (; seen < find.Start; seen++)
            {
                (line, lineStart) = text[seen] == '\n' ? (line + 1, seen + 1) : (line, lineStart);
            }

            if (find.Kind is PrivateKind.Mobile or PrivateKind.Landline && allowed.Contain(text.AsSpan(find.Start, find.Length)))
            {
                continue;
            }

            yield return Problem.Error($"private/{find.Kind.Code()}", new(path, line, find.Start - lineStart + 1),
                $"这里像是一个{find.Kind.Label()}，不能公开。", Cure(find.Kind));
        }
    }

    private static string Cure(PrivateKind kind) => kind is PrivateKind.Mobile or PrivateKind.Landline
        ? "删去，或者在页面上声明为公开联系方式：publicContacts: [\"号码\"]。"
        : "删去。";
}
