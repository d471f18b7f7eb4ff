using Site.Model;

namespace Site.Reading;

/// <summary>Reads steps and pairs out of the columns of options.</summary>
internal static class SheetLists
{
    /// <param name="isOrder">Whether the options are steps; else they are pairs, <c>左::右</c>.</param>
    /// <param name="written">For steps the letters in the right order; empty where they stand in order.</param>
    /// <returns>The answer, or null where it is wrong, which is reported.</returns>
    public static RawAnswer? Read(bool isOrder, PlainDraft draft, string written, Place where, BankNotes notes)
    {
        if (isOrder)
        {
            var letters = written.Length == 0 ? string.Concat(draft.Options.Select((_, i) => (char)('A' + i))) : AnswerLetters.ReadOrder(written);
            if (letters.Length == draft.Options.Count && letters.All(letter => letter < 'A' + draft.Options.Count))
            {
                return new RawAnswer.Steps([.. letters.Select(letter => new RawText(draft.Options[letter - 'A'], TextForm.Plain))]);
            }

            notes.Error("bank/unreadable-answer", where, $"排序题的答案“{SafeText.Quote(written)}”不是全部{draft.Options.Count}个选项的先后。", "请把每个选项的字母照正确的先后写一遍，例如 BACD。");
            return null;
        }

        var pairs = draft.Options.Select(option => option.Replace("：：", "::", StringComparison.Ordinal).Split("::", 2, StringSplitOptions.TrimEntries)).ToArray();
        if (pairs.Length < 2 || pairs.Any(pair => pair.Length < 2))
        {
            notes.Error("bank/unreadable-pair", where, "匹配题的选项要写成“左::右”，至少两对。", "每个选项的格子里写一对，中间用两个冒号隔开。");
            return null;
        }

        return new RawAnswer.Pairs([.. pairs.Select(pair => new RawPair(new(pair[0], TextForm.Plain), pair[1]))]);
    }
}
