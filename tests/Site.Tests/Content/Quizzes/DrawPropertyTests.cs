using System.Collections.Immutable;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Draws;

namespace Site.Tests;

/// <summary>Draws against trying every set of questions, in quizzes of up to nine.</summary>
public class DrawPropertyTests
{
    private static readonly string?[] Topics = ["甲", "乙", "丙", null];

    private static readonly Gen<Case> Cases =
        from size in Gen.Choose(1, 9)
        from kinds in Gen.Choose(0, 11).ArrayOf(size)
        from groups in Gen.Choose(-3, 3).ArrayOf(size)
        from draw in Gen.Choose(1, 6)
        from topics in Gen.Choose(-2, 3).ArrayOf(3)
        from levels in Gen.Choose(-2, 3).ArrayOf(3)
        from required in Gen.Choose(0, 30).ArrayOf(2)
        select Made(kinds, groups, draw, topics, levels, required);

    [Trait("Speed", "slow")]
    [Fact]
    public void A_blueprint_is_refused_exactly_if_no_set_of_questions_is_what_it_asks_for() =>
        Prop.ForAll(Cases.ToArbitrary(), some =>
            BlueprintRules.Find(some.Blueprint, some.Questions, new("quiz.md")).IsEmpty == some.Papers.Any()).AssertHolds(20_000);

    [Trait("Speed", "slow")]
    [Fact]
    public void Every_blueprint_that_can_be_met_draws_exactly_what_it_asks_for() =>
        Prop.ForAll(Cases.Where(some => some.Papers.Any()).ToArbitrary(), some => Enumerable.Range(0, 10).All(seed =>
            some.IsPaper(Draw.Of(some.Blueprint, some.Questions, "home", $"{seed}").Questions.Select(question => question.Question).ToList())))
            .AssertHolds(2_000);

    [Fact]
    public void Every_question_that_can_stand_on_a_paper_does_so_by_some_seed() =>
        Prop.ForAll(Cases.Where(some => some.Papers.Any()).ToArbitrary(), some =>
        {
            var can = some.Papers.SelectMany(paper => paper).Select(question => question.Id).ToHashSet();
            var does = new HashSet<string>();
            for (var seed = 0; seed < 2_000 && does.Count < can.Count; seed++)
            {
                does.UnionWith(Draw.Of(some.Blueprint, some.Questions, "home", $"{seed}").Ids());
            }

            return does.SetEquals(can);
        }).AssertHolds(300);

    private static Case Made(int[] kinds, int[] groups, int draw, int[] topics, int[] levels, int[] required)
    {
        ImmutableArray<Question> questions = [.. kinds.Select((kind, at) => DrawSamples.Question($"q{at}", Topics[kind % 4], 1 + (kind / 4)))];
        return new(questions, new(draw, [.. topics.Select((count, at) => (Topics[at]!, count)).Where(topic => topic.count > 0)], "free")
        {
            Levels = [.. levels.Select((count, at) => (at + 1, count)).Where(level => level.count > 0)],
            Groups = [.. Enumerable.Range(0, 4).Select(group => questions.Where((_, at) => groups[at] == group).Select(question => question.Id).ToImmutableArray())
                .Where(group => group.Length > 1)],
            Required = [.. required.Where(at => at < questions.Length).Distinct().Select(at => $"q{at}")],
        });
    }

    private sealed record Case(ImmutableArray<Question> Questions, Blueprint Blueprint)
    {
        /// <summary>Every set of questions that is what the blueprint asks for.</summary>
        public IEnumerable<List<Question>> Papers => Enumerable.Range(0, 1 << Questions.Length)
            .Where(set => BitOperations.PopCount((uint)set) == Blueprint.Draw)
            .Select(set => Questions.Where((_, at) => (set >> at & 1) == 1).ToList())
            .Where(IsPaper);

        public bool IsPaper(List<Question> paper) =>
            paper.Count == Blueprint.Draw
            && paper.Select(question => question.Id).Distinct().Count() == paper.Count
            && Blueprint.PerTopic.All(topic => paper.Count(question => question.Topic == topic.Topic) == topic.Count)
            && Blueprint.Levels.All(level => paper.Count(question => question.Level == level.Level) == level.Count)
            && Blueprint.Groups.All(group => paper.Count(question => group.Contains(question.Id)) <= 1)
            && Blueprint.Required.All(id => paper.Any(question => question.Id == id));
    }
}
