namespace Site.Model.Privacy;

/// <summary>Finds names that stand right before a telephone or an identity card: 李四海 154….</summary>
internal static class NamesBeforeNumbers
{
    private const string Between = " :(,，、\t电话手机号码联系身份证微信";
    private const int MostBetween = 12;

    /// <param name="folded">The text, folded for words.</param>
    /// <param name="numbers">What was found in it, in places of the original text.</param>
    public static IEnumerable<PrivateFind> Find(FoldedText folded, IEnumerable<PrivateFind> numbers)
    {
        var starts = numbers.Where(number => number.Kind is PrivateKind.Mobile or PrivateKind.Landline or PrivateKind.IdentityCard)
            .Select(number => number.Start).ToHashSet();
        var text = folded.Text;
        for (var i = 1; i < text.Length && starts.Count > 0; i++)
        {
            if (!starts.Contains(folded.Find(PrivateKind.Name, i, i + 1).Start))
            {
                continue;
            }

            var end = i;
            while (end > 0 && i - end < MostBetween && Between.Contains(text[end - 1]))
            {
                end--;
            }

            if (StartOfName(text, end) is var start and >= 0)
            {
                yield return folded.Find(PrivateKind.Name, start, end);
            }
        }
    }

    private static int StartOfName(string text, int end)
    {
        foreach (var length in (ReadOnlySpan<int>)[4, 3, 2])
        {
            var start = end - length;
            var surname = Surnames.LengthAt(text, start);
            if (surname > 0 && length - surname is 1 or 2 && !Han.IsAt(text, start - 1) && Han.EndOfRun(text, start, length) == end
                && NameReader.Read(text, start, needsEnd: true) is var read && read >= end - 1 && !Organizations.IsOne(text, start, end))
            {
                return start;
            }
        }

        return -1;
    }
}
