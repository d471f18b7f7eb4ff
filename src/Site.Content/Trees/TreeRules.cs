using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Trees;

/// <summary>What the cards of a tree must be together: every choice leads to a card, every card is reached, no way goes round, and the ways are short.</summary>
internal static class TreeRules
{
    /// <param name="cards">As read; the first is the start.</param>
    public static ImmutableArray<Diagnostic> Find(ImmutableArray<TreeCard> cards, TreeSort sort)
    {
        if (cards.IsEmpty)
        {
            return [];
        }

        var byId = cards.ToDictionary(card => card.Id, StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var choice in cards.SelectMany(card => card.Choices).Where(choice => !byId.ContainsKey(choice.Target)))
        {
            var near = NearestName.Find(choice.Target, byId.Keys);
            found.Add(Diagnostic.Error("tree/unknown-target", choice.Location, $"选项“{Quoted.Line(choice.Text)}”指向“#{Quoted.Line(choice.Target)}”，这一页没有这个格子。",
                near is null ? $"有的格子：{string.Join('、', byId.Keys.Take(20).Select(id => "#" + id))}。" : $"是不是 “#{near}”？"));
        }

        var (circle, taps) = Walk(cards, byId);
        found.AddRange(circle.Select(choice => Diagnostic.Error("tree/circle", choice.Location,
            $"选项“{Quoted.Line(choice.Text)}”又回到前面的“{Quoted.Line(byId[choice.Target].Title)}”，会绕圈子。", "请让它指向没有走过的格子；读者要重来，页面上有“上一步”和“从头来”。")));
        foreach (var card in cards.Where(card => !taps.ContainsKey(card.Id)))
        {
            found.Add(Diagnostic.Error("tree/unreachable", card.Location, $"从第一格走不到“{Quoted.Line(card.Title)}”。", $"请让一个选项指向“#{card.Id}”，或者删去这一格。"));
        }

        if (circle.IsEmpty)
        {
            found.AddRange(from card in cards
                           where taps.GetValueOrDefault(card.Id) == sort.MostTaps + 1
                           select Diagnostic.Error("tree/too-deep", card.Location,
                               $"到“{Quoted.Line(card.Title)}”要选{sort.MostTaps + 1}次，最多{sort.MostTaps}次。", sort.HasFates ? "请把故事写短，或者分成两篇。" : "着急的人等不了：请少问一次，把几个问题并成一个。"));
        }

        return found.ToImmutable();
    }

    /// <returns>Choices that lead back to a card on their own way, and of each card that is reached the most choices on a way to it, circles left out.</returns>
    private static (ImmutableArray<TreeChoice> Circle, Dictionary<string, int> Taps) Walk(ImmutableArray<TreeCard> cards, Dictionary<string, TreeCard> byId)
    {
        var circle = ImmutableArray.CreateBuilder<TreeChoice>();
        var finished = new List<TreeCard>();
        var isOpen = new Dictionary<string, bool>(StringComparer.Ordinal);
        Visit(cards[0]);

        // Each card comes before those that it leads to.
        finished.Reverse();
        var back = circle.ToHashSet<TreeChoice>(ReferenceEqualityComparer.Instance);
        var taps = new Dictionary<string, int>(StringComparer.Ordinal) { [cards[0].Id] = 0 };
        foreach (var card in finished)
        {
            foreach (var choice in card.Choices.Where(choice => byId.ContainsKey(choice.Target) && !back.Contains(choice)))
            {
                taps[choice.Target] = Math.Max(taps.GetValueOrDefault(choice.Target), taps[card.Id] + 1);
            }
        }

        return (circle.ToImmutable(), taps);

        // As deep as there are cards, which are at most TreeSort.MostCards.
        void Visit(TreeCard card)
        {
            isOpen[card.Id] = true;
            foreach (var choice in card.Choices.Where(choice => byId.ContainsKey(choice.Target)))
            {
                if (!isOpen.TryGetValue(choice.Target, out var open))
                {
                    Visit(byId[choice.Target]);
                }
                else if (open)
                {
                    circle.Add(choice);
                }
            }

            isOpen[card.Id] = false;
            finished.Add(card);
        }
    }
}
