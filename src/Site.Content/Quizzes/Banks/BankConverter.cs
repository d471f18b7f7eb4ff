using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Converts the questions that were found in a file to our own syntax.</summary>
internal static class BankConverter
{
    /// <param name="title">What the file calls itself, or empty.</param>
    public static Result<Bank> Convert(string title, IReadOnlyList<RawQuestion> found, BankContext context)
    {
        var categories = found.Select(question => question.Category).Where(category => category.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var isOneCategory = categories.Length == 1;
        var questions = ImmutableArray.CreateBuilder<BankQuestion>();
        Dictionary<string, BankScenario> scenarios = new(StringComparer.Ordinal);
        foreach (var raw in found)
        {
            var item = context.ForItem(raw.Location, raw.Name.Length > 0 ? raw.Name : raw.Text.Text);
            foreach (var loss in raw.Losses)
            {
                item.ReportChange(loss);
            }

            var tags = QuestionTags.Read(raw.Tags, item);
            if (raw.Answer is RawAnswer.Description)
            {
                AddScenario(raw, tags, item, scenarios);
            }
            else if (QuestionConverter.Convert(raw, tags, item) is { } question)
            {
                var scenario = tags.Scenario is { } id ? scenarios.GetValueOrDefault(id) : null;
                questions.Add(question with { Topic = question.Topic ?? (isOneCategory ? null : QuestionTags.Cleaned(raw.Category)), Scenario = scenario });
            }
        }

        ReportEmptyScenarios(scenarios.Values, questions, context);
        if (found.Count == 0)
        {
            context.Error("bank/no-question", new(context.Path), "这个文件里没有找到题目。", "请检查 --format 是不是写对了，再对照说明检查文件的写法。");
        }
        else if (questions.Count == 0 && context.Diagnostics.Count == 0)
        {
            context.Error("bank/nothing-carried", found[0].Location, $"文件里有{found.Count}道题，没有一道能带过来。第一道的原因：{context.Changes.Select(change => change.Message).FirstOrDefault(message => message.StartsWith("没有带过来", StringComparison.Ordinal))}", "请换一种本站有的题型：单选、多选、判断、填空、数值、匹配、排序。");
        }

        return new(
            new(title.Length > 0 ? title : isOneCategory ? categories[0] : "", questions.ToImmutable(), [.. context.Pictures.All], [.. context.Changes],
                found.Count(raw => raw.Answer is not RawAnswer.Description || !raw.Tags.Contains(QuestionTagFormat.Scenario))),
            context.Diagnostics.Sorted());
    }

    private static void AddScenario(RawQuestion raw, QuestionTags tags, ItemContext item, Dictionary<string, BankScenario> scenarios)
    {
        if (!tags.IsScenario)
        {
            item.ReportChange($"没有带过来：这是一段说明，不是题目（{Quoted.Line(raw.Text.Text)}）。");
            return;
        }

        var id = item.Bank.Ids.Take(raw.Id);
        var text = TextBlock.Join(BankText.Read(raw.Text, item));
        scenarios[raw.Id ?? id] = new(id, MarkdownEscape.Inline(raw.Name.Length > 0 ? raw.Name : "情景"), text);
    }

    private static void ReportEmptyScenarios(IEnumerable<BankScenario> scenarios, IEnumerable<BankQuestion> questions, BankContext context)
    {
        foreach (var scenario in scenarios.Where(scenario => questions.All(question => question.Scenario != scenario)))
        {
            context.ForItem(new(context.Path), scenario.Title).ReportChange("没有带过来：这个情景没有题目。");
        }
    }
}
