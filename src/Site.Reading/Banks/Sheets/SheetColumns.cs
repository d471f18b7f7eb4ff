using System.Collections.Immutable;

namespace Site.Reading;

/// <summary>Which column of a table holds what; -1 where there is none.</summary>
/// <param name="Options">The columns of options, in order.</param>
internal sealed record SheetColumns(
    int Id, int Type, int Text, int AllOptions, int Answer, int Explanation, int Hint, int Topic, int Level, int Law, int Unit, int Tolerance, ImmutableArray<int> Options)
{
    private static readonly string[] Texts = ["题目", "题干", "试题", "试题内容", "题目内容", "试题题干", "题干内容", "问题", "question", "text", "stem"];
    private static readonly string[] Answers = ["答案", "正确答案", "参考答案", "标准答案", "试题答案", "answer", "correct", "correctanswer"];

    /// <returns>The columns that a row of headers names, or null where it is no such row; and the headers that say nothing to us.</returns>
    public static (SheetColumns? Columns, ImmutableArray<string> Unknown) Read(SheetRow row)
    {
        var names = row.Cells.Select(cell => Wording.Fold(cell).Trim('*', '(', ')').Split('(')[0]).ToArray();
        var known = new HashSet<int>();
        int Find(params string[] words)
        {
            var at = Array.FindIndex(names, name => words.Contains(name, StringComparer.Ordinal));
            known.Add(at);
            return at;
        }

        var options = Enumerable.Range(0, 26).Select(i => Find(Option(i))).TakeWhile(column => column >= 0).ToImmutableArray();
        var columns = new SheetColumns(
            Find("编号", "题号", "id", "试题编号"), Find("题型", "类型", "试题类型", "题目类型", "type"), Find(Texts),
            Find("选项", "备选项", "可选项", "试题选项", "options", "choices"), Find(Answers),
            Find("解析", "答案解析", "试题解析", "题目解析", "解释", "说明", "explanation", "feedback"), Find("提示", "hint"),
            Find("主题", "知识点", "分类", "类别", "章节", "topic", "category"), Find("难度", "难易程度", "难度等级", "level", "difficulty"),
            Find("依据", "法条", "法律依据", "law"), Find("单位", "unit"), Find("误差", "tolerance"), options);
        Find("序号", "no", "no.");
        return columns is { Text: >= 0, Answer: >= 0 }
            ? (columns, [.. row.Cells.Where((cell, i) => cell.Length > 0 && !known.Contains(i))])
            : (null, []);
    }

    private static string[] Option(int i)
    {
        var letter = ((char)('a' + i)).ToString();
        var number = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [letter, "选项" + letter, "选项" + number, "option" + letter, "option" + number, "答案选项" + letter, letter + "选项", "备选" + letter];
    }
}
