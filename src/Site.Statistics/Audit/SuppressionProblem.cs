namespace Site.Statistics.Audit;

/// <summary>Cells, the equations between them and the protection that each cell needs: the input of suppression and audit. Arrays run over the cells.</summary>
internal sealed record SuppressionProblem
{
    /// <summary>The equations, which also number the cells.</summary>
    public required Constraints Constraints { get; init; }

    /// <summary>The figures, at most 2⁴⁰; below 0 only where the floor is. Those of withheld cells are never used to narrow an interval.</summary>
    public required long[] Values { get; init; }

    /// <summary>What may be decided about each cell.</summary>
    public required CellStatus[] Statuses { get; init; }

    /// <summary>What must hold for each cell if it is withheld.</summary>
    public required ProtectionLevels[] ProtectionLevels { get; init; }

    /// <summary>The least number a reader takes a withheld cell to be: 1 where zeros are always shown, else 0; −<see cref="Interval.Unbounded"/> where it may fall.</summary>
    public required long[] Floors { get; init; }

    /// <summary>What withholding a cell costs, 1 or more.</summary>
    public required int[] Costs { get; init; }

    /// <summary>For each cell the contributor that alone makes up its figure, or -1.</summary>
    public required int[] LoneContributors { get; init; }

    /// <summary>For each cell that no table prints the contributor that alone may report into it, whatever it reported, or -2; -1 for printed ones. Empty where nobody's unprinted figures are thought of.</summary>
    public int[] UnprintedContributors { get; init; } = [];

    /// <summary>For each difference between vintages the contributors of which each may have made it alone, and then knows it, whatever it knows of the two figures. Empty where there is none.</summary>
    public int[][] Correctors { get; init; } = [];

    /// <summary>Of a cell what each contributor of it adds to it, each contributor once; nothing where nobody's own figures are thought of.</summary>
    public Func<int, (int Contributor, long Figure)[]> OwnFigures { get; init; } = _ => [];

    /// <summary>For each cell whether it is a safe sum of three contributors or more, which one of the others may work out; empty where none is.</summary>
    public bool[] MayBeKnownToUnits { get; init; } = [];

    /// <summary>Cells that a contributor can work out already, whatever is decided, each with that contributor, of whom they are not asked again.</summary>
    public HashSet<(int Cell, int Contributor)> KnownToInsiders { get; init; } = [];

    /// <summary>Whether the sum of some cells, which readers can work out, may be known.</summary>
    public Func<ReadOnlySpan<int>, bool> SumIsSafe { get; init; } = _ => true;

    /// <summary>What all proofs may take together; null where each alone is limited.</summary>
    public ProofBudget? Budget { get; init; }

    /// <summary>
    /// The last cells, which no table holds: of each difference over several days those from day to day, in order, that it is the sum of. Empty where none is judged.
    /// </summary>
    public int[][] Spans { get; init; } = [];

    /// <summary>Whether the figures of withheld cells are at hand; a public build knows only those shown.</summary>
    public bool HasWithheldValues { get; init; } = true;

    /// <returns>What readers have before any figure is entered: every cell shown as 0 and free of requirements, no contributor known.</returns>
    /// <param name="constraints">The equations.</param>
    /// <param name="budget">What all proofs may take together; null where each alone is limited.</param>
    public static SuppressionProblem OfReaders(Constraints constraints, ProofBudget? budget) => new()
    {
        Constraints = constraints,
        Values = new long[constraints.CellCount],
        Statuses = [.. Enumerable.Repeat(CellStatus.Shown, constraints.CellCount)],
        ProtectionLevels = [.. Enumerable.Repeat(Audit.ProtectionLevels.None, constraints.CellCount)],
        Floors = new long[constraints.CellCount],
        Costs = new int[constraints.CellCount],
        LoneContributors = [.. Enumerable.Repeat(-1, constraints.CellCount)],
        HasWithheldValues = false,
        Budget = budget,
    };

    /// <returns>The cell itself, or of a difference over several days the last of those from day to day: a cell that a table holds.</returns>
    public int InTable(int cell) => cell - Values.Length + Spans.Length is var span and >= 0 ? Spans[span][^1] : cell;
}

/// <summary>What may be decided about a cell.</summary>
internal enum CellStatus : byte
{
    /// <summary>It may be shown or withheld.</summary>
    Free,

    /// <summary>It has been shown, or is a zero: it is never withheld.</summary>
    Shown,

    /// <summary>It is withheld for good: by a rule, or because an earlier release withheld it.</summary>
    Withheld,

    /// <summary>It is printed nowhere, but is known as soon as all others in its one constraint are: the increment between two releases.</summary>
    Derived,
}

/// <summary>
/// What the feasibility interval [L, U] of a withheld cell must be: L no more than <paramref name="Low"/>, U no less than
/// <paramref name="High"/>, and U − L no less than <paramref name="Width"/>.
/// </summary>
/// <param name="Low"><see cref="long.MaxValue"/> where any L will do.</param>
/// <param name="High">−<see cref="Interval.Unbounded"/> where any U will do.</param>
/// <param name="Width">0 or more; 1 forbids nothing but exact disclosure.</param>
/// <remarks>
/// Protection levels as in the Handbook on Statistical Disclosure Control, section 4.4 ("safety ranges"), and Fischetti and Salazar,
/// "Solving the Cell Suppression Problem on Tabular Data with Linear Constraints", Management Science 47 (2001).
/// </remarks>
internal readonly record struct ProtectionLevels(long Low, long High, long Width)
{
    /// <summary>No requirement: the cell may be worked out.</summary>
    public static ProtectionLevels None { get; } = new(long.MaxValue, -Interval.Unbounded, 0);

    /// <summary>The cell must not be worked out exactly.</summary>
    public static ProtectionLevels NotExact { get; } = new(long.MaxValue, -Interval.Unbounded, 1);

    /// <returns>The stricter of both in each respect.</returns>
    public ProtectionLevels And(ProtectionLevels other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High), Math.Max(Width, other.Width));

    /// <returns>Whether a cell that may be anything in <c>[low, high]</c> is protected.</returns>
    public bool IsMetBy(long low, long high) => low <= Low && high >= High && high - low >= Width;
}
