using System.Collections.Immutable;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Core.Diagnostics;

namespace Site.Content.Trees;

/// <summary>Cards that lead to one another by choices: from the first, which no choice leads to, to those without choices. There is no circle in it.</summary>
/// <param name="Body">
/// What stands before the first card, as HTML with its headings and first paragraph; the links, pictures, characters and diagnostics are those of the whole page.
/// </param>
/// <param name="Cards">In the order written; the first is where readers begin. Empty where none could be read.</param>
public sealed record TreeBody(MarkdownBody Body, ImmutableArray<TreeCard> Cards) : PageBody(Body);

/// <summary>What a reader sees at a time: a question with its choices, or an end.</summary>
/// <param name="Location">Its heading in the source.</param>
/// <param name="Id">Unique in the page; the fragment of its address.</param>
/// <param name="Number">Its place on paper, from 1.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Text">What stands below the title; may be empty where there are choices.</param>
/// <param name="Choices">Two or more, or none at an end.</param>
public sealed record TreeCard(Location Location, string Id, int Number, string Title, HtmlFragment Text, ImmutableArray<TreeChoice> Choices)
{
    /// <summary>How a scenario ends here; null for a card with choices and for every card of a decision.</summary>
    public Ending? Ending { get; init; }
}

/// <summary>One way on from a card.</summary>
/// <param name="Location">Its line in the source.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Target">Id of the card that it leads to.</param>
/// <param name="Fate">What comes of it, in a scenario; null in a decision.</param>
public sealed record TreeChoice(Location Location, string Text, string Target, Fate? Fate);

/// <summary>What comes of a choice.</summary>
/// <param name="IsRight">Whether one should choose so.</param>
/// <param name="Consequence">What happens and why; not empty.</param>
public sealed record Fate(bool IsRight, HtmlFragment Consequence);

/// <summary>How a scenario ends.</summary>
public enum Ending
{
    /// <summary>Everyone is safe.</summary>
    Good,

    /// <summary>Somebody came to harm.</summary>
    Bad,
}

/// <summary>What a sort of tree asks of its cards.</summary>
/// <param name="HasFates">Whether choices are right or wrong and have a consequence, and ends are good or bad.</param>
/// <param name="MostChoices">The most choices of a card.</param>
/// <param name="MostTaps">The most choices between the first card and an end.</param>
internal sealed record TreeSort(bool HasFates, int MostChoices, int MostTaps)
{
    /// <summary>The most cards of a page, more than anyone writes.</summary>
    public const int MostCards = 60;

    /// <summary>Someone in need has to be at the action after two or three taps.</summary>
    public static TreeSort Decision { get; } = new(false, 5, 3);

    /// <summary>As long as a minute gives.</summary>
    public static TreeSort Scenario { get; } = new(true, 4, 8);
}
