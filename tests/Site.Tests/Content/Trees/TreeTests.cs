using Site.Content.Trees;
using Site.Core.Diagnostics;

namespace Site.Tests;

/// <summary>Decisions and scenarios: what is read of them, and what is wrong at which place.</summary>
public sealed class TreeTests
{
    private const string Good = "## 甲？ {#a}\n\n- [是](#b)\n- [否](#c)\n\n## 乙 {#b}\n\n做。\n\n## 丙 {#c}\n\n等。\n";

    private const string GoodStory =
        "## 甲 {#a}\n\n- [x] [关门](#b)\n    > 对。\n- [ ] [开门](#c)\n    > 错。\n\n## 乙 {#b .good}\n\n好。\n\n## 丙 {#c .bad}\n\n不好。\n";

    [Fact]
    public void A_decision_is_cards_with_choices_and_ends()
    {
        var tree = TreeReader.Read("d.md", "引子。\n\n" + Good, 1, TreeSort.Decision);

        Assert.Empty(tree.Body.Diagnostics);
        Assert.Equal("引子。", tree.Body.FirstParagraph);
        Assert.Equal([("a", 1, 2), ("b", 2, 0), ("c", 3, 0)], tree.Cards.Select(card => (card.Id, card.Number, card.Choices.Length)));
        Assert.Equal([("是", "b", null), ("否", "c", null)], tree.Cards[0].Choices.Select(choice => (choice.Text, choice.Target, choice.Fate)));
    }

    [Fact]
    public void A_scenario_says_of_each_choice_whether_it_is_right_and_what_comes_of_it_and_how_it_ends()
    {
        var tree = TreeReader.Read("s.md", GoodStory, 1, TreeSort.Scenario);

        Assert.Empty(tree.Body.Diagnostics);
        Assert.Equal([(true, "<p>对。</p>"), (false, "<p>错。</p>")], tree.Cards[0].Choices.Select(choice => (choice.Fate!.IsRight, MarkdownText.Show(choice.Fate.Consequence).Trim())));
        Assert.Equal([null, Ending.Good, Ending.Bad], tree.Cards.Select(card => card.Ending));
    }

    [Fact]
    public void Chinese_ids_and_two_ways_to_one_end_are_fine()
    {
        Assert.Equal("", Of("## 甲 {#甲}\n\n- [是](#乙)\n- [否](#丙)\n\n## 乙 {#乙}\n\n- [一](#丙)\n- [二](#丁)\n\n## 丙 {#丙}\n\n做。\n\n## 丁 {#丁}\n\n1. 做\n2. 等\n"));
        Assert.Equal("", Of("## 甲 {#甲}\n\n- [是](#%E4%B9%99)\n- [否](#丙)\n\n## 乙 {#乙}\n\n做。\n\n## 丙 {#丙}\n\n- [链接](../guides/x.md)\n"));
    }

    [Theory]
    [InlineData("正文。\n", "1:1 tree/no-card")]
    [InlineData("## 甲\n\n做。\n", "1:1 tree/no-id|1:1 tree/no-card")]
    [InlineData("## 甲 {#A}\n\n做。\n", "1:6 tree/bad-id|1:1 tree/no-card")]
    [InlineData("## 甲？ {#a}\n\n- [是](#b)\n- [否](#c)\n\n## 乙 {#b}\n\n## 丙 {#c}\n\n等。\n", "6:1 tree/dead-end")]
    [InlineData("## 甲？ {#a}\n\n- [是](#b)\n- [否](#d)\n\n## 乙 {#b}\n\n做。\n", "4:1 tree/unknown-target")]
    [InlineData("## 甲？ {#a}\n\n- [是](#b)\n- [否](#c)\n\n## 乙？ {#b}\n\n- [是](#a)\n- [否](#c)\n\n## 丙 {#c}\n\n等。\n", "8:1 tree/circle")]
    [InlineData("## 甲？ {#a}\n\n- [是](#a)\n- [否](#c)\n\n## 丙 {#c}\n\n等。\n", "3:1 tree/circle")]
    [InlineData(Good + "\n## 丁 {#d}\n\n没人来。\n", "14:1 tree/unreachable")]
    [InlineData("## 甲？ {#a}\n\n- [是](#b)\n\n## 乙 {#b}\n\n做。\n", "1:1 tree/too-few-choices")]
    [InlineData("## 甲？ {#a}\n\n- [是](#b)\n- 否\n- [也许](#b)\n\n## 乙 {#b}\n\n做。\n", "4:1 tree/choice-without-target")]
    [InlineData("## 甲？ {#a}\n\n- [是](#b)\n- [否](#b) 不行\n- [也许](#b)\n\n## 乙 {#b}\n\n做。\n", "4:1 tree/choice-without-target")]
    [InlineData("## 甲？ {#a}\n\n- [是](#b)\n- [是](#c)\n\n## 乙 {#b}\n\n做。\n\n## 丙 {#c}\n\n等。\n", "4:1 tree/duplicate-choice")]
    [InlineData("## 甲？ {#a}\n\n- [是](#b)\n- [否](#b)\n\n后来。\n\n## 乙 {#b}\n\n做。\n", "6:1 tree/text-after-choices")]
    [InlineData("## 甲？ {#a}\n\n- [x] [是](#b)\n- [否](#b)\n\n## 乙 {#b}\n\n做。\n", "3:1 tree/consequence")]
    [InlineData("## 甲？ {#a}\n\n- [是](#b)\n    > 后果。\n- [否](#b)\n\n## 乙 {#b}\n\n做。\n", "4:5 tree/consequence")]
    [InlineData("## 甲？ {#a .good}\n\n做。\n", "1:7 tree/unknown-attribute")]
    [InlineData("## 甲？ {#a level=1}\n\n做。\n", "1:7 tree/unknown-attribute")]
    [InlineData("## 甲？ {#a}\n\n- [是](#b)\n- [否](#b)\n\n## 乙 {#b}\n\n做。\n\n## 丙 {#b}\n\n等。\n", "10:6 tree/duplicate-id")]
    [InlineData("## 甲？ {#a}\n\n做。[^1]\n\n[^1]: 注。\n", "5:1 tree/footnote")]
    public void What_is_wrong_with_a_decision_is_said_at_its_place(string text, string expected) => Assert.Equal(expected, Of(text));

    [Fact]
    public void Three_taps_are_few_enough_and_four_are_too_many()
    {
        Assert.Equal("", Of(Chain(3)));
        Assert.Equal("13:1 tree/too-deep|17:1 tree/too-deep", Of(Chain(4)));
        Assert.Equal("13:1 tree/too-deep", Of(Chain(6)));
    }

    [Theory]
    [InlineData("- [x] [关门](#b)\n    > 对。\n- [开门](#c)\n    > 错。", "5:1 tree/choice-without-mark")]
    [InlineData("- [ ] [关门](#b)\n    > 对。\n- [ ] [开门](#c)\n    > 错。", "1:1 tree/no-right-choice")]
    [InlineData("- [x] [关门](#b)\n- [ ] [开门](#c)\n    > 错。", "3:1 tree/no-consequence")]
    [InlineData("- [x] [关门](#b)\n    对。\n- [ ] [开门](#c)\n    > 错。", "3:1 tree/choice-without-target|8:1 tree/unreachable")]
    [InlineData("- [x] [关门](#b)\n\n    对。\n\n- [ ] [开门](#c)\n\n    > 错。", "5:5 tree/misplaced-block|3:1 tree/no-consequence")]
    [InlineData("- [x] 关门\n    > 对。\n- [ ] [开门](#c)\n    > 错。", "3:1 tree/choice-without-target|8:1 tree/unreachable")]
    public void What_is_wrong_with_a_choice_of_a_scenario_is_said_at_its_place(string choices, string expected) =>
        Assert.Equal(expected, Of($"## 甲 {{#a}}\n\n{choices}\n\n## 乙 {{#b .good}}\n\n好。\n\n## 丙 {{#c .bad}}\n\n不好。\n", TreeSort.Scenario));

    [Theory]
    [InlineData("{#b}", "8:1 tree/dead-end")]
    [InlineData("{#b .great}", "8:6 tree/unknown-attribute|8:1 tree/dead-end")]
    [InlineData("{#b .good .bad}", "8:6 tree/unknown-attribute")]
    public void An_end_of_a_scenario_says_how_it_ends(string attributes, string expected) =>
        Assert.Equal(expected, Of($"## 甲 {{#a}}\n\n- [x] [关门](#b)\n    > 对。\n- [ ] [开门](#c)\n    > 错。\n\n## 乙 {attributes}\n\n好。\n\n## 丙 {{#c .bad}}\n\n不好。\n", TreeSort.Scenario));

    [Fact]
    public void A_card_with_choices_is_no_end() =>
        Assert.Equal("1:1 tree/ending-with-choices", Of(GoodStory.Replace("{#a}", "{#a .good}", StringComparison.Ordinal), TreeSort.Scenario));

    [Fact]
    public void The_message_proposes_the_target_that_was_meant()
    {
        var message = Assert.Single(TreeReader.Read("d.md", Good.Replace("(#c)", "(#cc)", StringComparison.Ordinal).Replace("{#c}", "{#cccc}", StringComparison.Ordinal), 1, TreeSort.Decision)
            .Body.Diagnostics, diagnostic => diagnostic.Code == "tree/unknown-target");
        Assert.Contains("#cccc", message.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void More_cards_than_anyone_writes_are_refused_in_little_time()
    {
        var text = string.Concat(Enumerable.Range(0, 5000).Select(i => $"## 甲{i} {{#a{i}}}\n\n- [是](#a{i + 1})\n- [否](#a{i + 2})\n\n"));
        Assert.Contains("tree/too-many", Of(text), StringComparison.Ordinal);
    }

    private static string Chain(int taps) =>
        string.Concat(Enumerable.Range(0, taps).Select(i => $"## 问{i} {{#q{i}}}\n\n- [下一个](#q{i + 1})\n- [到此](#end)\n\n")
            .Append($"## 问{taps} {{#q{taps}}}\n\n做。\n\n## 完 {{#end}}\n\n做。\n")).Replace("\n\n- [下一个]", "\n- [下一个]", StringComparison.Ordinal).Replace("(#end)\n\n", "(#end)\n", StringComparison.Ordinal);

    private static string Of(string text) => Of(text, TreeSort.Decision);

    private static string Of(string text, TreeSort sort) =>
        string.Join('|', TreeReader.Read("t.md", text, 1, sort).Body.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)
            .Select(diagnostic => $"{diagnostic.Location.Line}:{diagnostic.Location.Column} {diagnostic.Code}"));
}
