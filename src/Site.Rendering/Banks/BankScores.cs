using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>Says where another program scores otherwise than we do.</summary>
internal static class BankScores
{
    public static void Note(Question question, BankChange change, ImmutableArray<BankChange>.Builder changes)
    {
        if (question.Answer is Answer.Multiple { IsPartial: false })
        {
            changes.Add(change with { What = "全对才得分的多选题，在 Moodle 里选对一部分得一部分分。" });
        }
        else if (question.Answer is Answer.Steps)
        {
            changes.Add(change with { What = "排序题要 Moodle 4.5 以上，或者装了 qtype_ordering 插件才能导入。" });
        }
    }
}
