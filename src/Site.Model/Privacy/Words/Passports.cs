namespace Site.Model.Privacy;

/// <summary>Finds numbers of passports and travel permits, which only the words before them tell from other codes.</summary>
internal static class Passports
{
    private const string Filling = " \n\t:()“”\"号码证为是系编、,，";
    private static readonly string[] Words = ["护照", "通行证", "台胞证", "军官证", "士兵证", "港澳证"];

    public static IEnumerable<PrivateFind> Find(FoldedText folded)
    {
        var text = folded.Text;
        for (var i = 0; i < text.Length; i++)
        {
            var word = text[i] is '护' or '通' or '台' or '军' or '士' or '港' ? Han.LongestAt(text, i, Words) : 0;
            if (word == 0)
            {
                continue;
            }

            var start = i + word;
            while (start < text.Length && start - i < 16 && Filling.Contains(text[start]))
            {
                start++;
            }

            var end = start;
            while (end < text.Length && end - start < 12 && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end - start is >= 7 and <= 11 && text.AsSpan(start, end - start).ContainsAnyInRange('0', '9'))
            {
                yield return folded.Find(PrivateKind.Passport, start, end);
            }
        }
    }
}
