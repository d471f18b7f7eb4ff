using Site.Model;
using Site.Reading;

namespace Site.Tests;

public class BlueprintLimitsTests
{
    private static readonly Place Where = new("quiz.md", 5, 12);

    [Fact]
    public void A_blueprint_that_asks_for_what_is_there_has_no_problem()
    {
        Assert.Empty(BlueprintLimits.Find(new(3, [("消防", 2), ("用电", 1)], "daily"), Questions(), Where));
        Assert.Empty(BlueprintLimits.Find(new(3, [("用电", 1)], "free"), Questions(), Where));
        Assert.Empty(BlueprintLimits.Find(new(1, [], "free"), Questions(), Where));
    }

    [Fact]
    public void Everything_it_cannot_give_is_reported()
    {
        var problems = BlueprintLimits.Find(new(4, [("消防", 2), ("用电", 2), ("燃气", 1)], "daily"), Questions(), Where);

        Assert.Equal(
            """
            quiz.md:5:12: error quiz/draw-too-many
              每份卷子要抽4题，测验里只有3题。
              请加题，或者把 draw 改小。
            quiz.md:5:12: error quiz/topic-too-few
              主题“用电”要抽2题，只有1题。
              请给这个主题加题，或者少抽几题。
            quiz.md:5:12: error quiz/topic-too-few
              主题“燃气”要抽1题，只有0题。
              请给这个主题加题，或者少抽几题。
            quiz.md:5:12: error quiz/topics-over-draw
              各主题合计要抽5题，多于每份卷子的4题。
              请减少各主题的题数，或者加大 draw。
            """,
            string.Join('\n', problems));
    }

    private static System.Collections.Immutable.ImmutableArray<Question> Questions() => QuizText.Read(
        """
        ## 甲[[1]] {#a .blank topic=消防}
        ## 乙[[1]] {#b .blank topic=消防}
        ## 丙[[1]] {#c .blank topic=用电}
        """).Questions;
}
