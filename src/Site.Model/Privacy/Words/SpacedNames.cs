namespace Site.Model.Privacy;

/// <summary>Finds names that stand alone and are set wide, as in lists: 刘 帅.</summary>
internal static class SpacedNames
{
    public static IEnumerable<PrivateFind> Find(FoldedText folded)
    {
        var text = folded.Text;
        for (var blank = text.IndexOf(' '); blank >= 0; blank = blank + 1 < text.Length ? text.IndexOf(' ', blank + 1) : -1)
        {
            var start = blank - 1;
            var end = EndOfName(text, blank);
            if (end > 0 && Surnames.LengthAt(text, start) == 1 && !Han.IsAt(text, start - 1) && !IsSpacedBefore(text, start)
                && !EverydayWords.Has($"{text[start]}{text[end - 1]}") && !NameEnds.IsNever(text[end - 1]) && text[end - 1] != '某')
            {
                yield return folded.Find(PrivateKind.Name, start, end);
            }
        }
    }

    private static int EndOfName(string text, int blank)
    {
        var given = blank;
        while (given < text.Length && text[given] == ' ' && given - blank < 3)
        {
            given++;
        }

        return Han.IsAt(text, given) && !Han.IsAt(text, given + 1) && !IsSpacedBehind(text, given + 1) ? given + 1 : -1;
    }

    /// <summary>A heading that is set wide (安 全 生 产) goes on in the same way.</summary>
    private static bool IsSpacedBehind(string text, int at) =>
        at + 1 < text.Length && text[at] == ' ' && Han.IsAt(text, at + 1) && !Han.IsAt(text, at + 2);

    private static bool IsSpacedBefore(string text, int start) =>
        start >= 2 && text[start - 1] == ' ' && Han.IsAt(text, start - 2) && !Han.IsAt(text, start - 3);
}
