using System.Collections.Immutable;

namespace Site.Model;

/// <summary>Why no paper can be drawn although each demand of the blueprint could be met alone.</summary>
public abstract record DrawConflict
{
    private DrawConflict() { }

    /// <summary>Topics ask for more questions than the levels let them have.</summary>
    /// <param name="Topics">The topics; null stands for all that the blueprint does not name.</param>
    /// <param name="Wanted">Questions that they ask for together.</param>
    /// <param name="FullLevels">Levels that give all they may; null stands for those that the blueprint does not name.</param>
    /// <param name="FullCount">Questions of these levels on a paper.</param>
    /// <param name="OpenLevels">The other levels.</param>
    /// <param name="OpenCount">Questions that the topics have in them, those of a group counted once; less than is missing.</param>
    public sealed record Demands(
        ImmutableArray<string?> Topics, int Wanted, ImmutableArray<int?> FullLevels, int FullCount, ImmutableArray<int?> OpenLevels, int OpenCount) : DrawConflict;

    /// <summary>There would be a paper but for groups: each of these alone is needed for that.</summary>
    /// <param name="Members">Ids of the questions of each group.</param>
    public sealed record Groups(ImmutableArray<ImmutableArray<string>> Members) : DrawConflict;

    /// <summary>There would be a paper but for a question that must be on it, after those before it.</summary>
    public sealed record Required(string Id) : DrawConflict;

    /// <summary>More groups span topics as well as levels than can be looked through.</summary>
    /// <param name="Count">How many there are.</param>
    public sealed record Tangled(int Count) : DrawConflict;
}
