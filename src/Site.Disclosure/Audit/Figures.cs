namespace Site.Disclosure;

/// <summary>Cells, the equations between them and what each cell asks for: all that protection and audit look at. Arrays run over the cells.</summary>
internal sealed class Figures
{
    /// <summary>The equations, which also number the cells.</summary>
    public required Relations Relations { get; init; }

    /// <summary>The figures, 0 or more and at most 2⁴⁰. Those of withheld cells are never used to narrow an interval.</summary>
    public required long[] Values { get; init; }

    /// <summary>What may be decided about each cell.</summary>
    public required Hold[] Holds { get; init; }

    /// <summary>What must hold for each cell if it is withheld.</summary>
    public required Requirement[] Requirements { get; init; }

    /// <summary>The least number a reader takes a withheld cell to be: 1 where zeros are always shown, else 0.</summary>
    public required byte[] Floors { get; init; }

    /// <summary>What withholding a cell costs, 1 or more.</summary>
    public required int[] Costs { get; init; }

    /// <summary>For each cell the contributor that alone makes up its figure, or -1.</summary>
    public required int[] LoneContributors { get; init; }

    /// <summary>Whether the sum of some cells, which readers can work out, may be known.</summary>
    public Func<ReadOnlySpan<int>, bool> SumIsSafe { get; init; } = _ => true;

    /// <summary>Whether the figures of withheld cells are at hand; a public build knows only those shown.</summary>
    public bool HasWithheldValues { get; init; } = true;
}
