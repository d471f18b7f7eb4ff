namespace Site.Disclosure;

/// <summary>Which cells are withheld while protection decides; increments follow the cells they stand between.</summary>
internal sealed class Pattern
{
    private readonly Figures _figures;

    /// <summary>Withholds what is withheld for good, and every increment that asks for protection.</summary>
    public Pattern(Figures figures)
    {
        _figures = figures;
        Withheld = new bool[figures.Values.Length];
        for (var cell = 0; cell < Withheld.Length; cell++)
        {
            if (figures.Holds[cell] == Hold.Withheld)
            {
                Withhold(cell);
            }

            Withheld[cell] |= MustBeUnknown(cell);
        }
    }

    /// <summary>For each cell whether it is withheld; read it, and change it through this type alone.</summary>
    public bool[] Withheld { get; }

    /// <returns>Whether the cell is shown and may be withheld beside an unsafe one.</returns>
    public bool CanWithhold(int cell) => !Withheld[cell] && _figures.Holds[cell] == Hold.Free && _figures.Values[cell] > 0;

    /// <returns>Number of withheld cells in a relation.</returns>
    public int UnknownsIn(int relation)
    {
        var count = 0;
        foreach (var cell in _figures.Relations.Cells(relation))
        {
            count += Withheld[cell] ? 1 : 0;
        }

        return count;
    }

    /// <summary>Withholds a cell, and with it the increments it stands in.</summary>
    public void Withhold(int cell)
    {
        Withheld[cell] = true;
        foreach (var relation in _figures.Relations.Of(cell))
        {
            if (IncrementOf(relation) is var increment and >= 0)
            {
                Withheld[increment] = true;
            }
        }
    }

    /// <summary>Shows a cell again, and with it the increments that are thereby known and need not be unknown.</summary>
    public void Show(int cell)
    {
        Withheld[cell] = false;
        foreach (var relation in _figures.Relations.Of(cell))
        {
            if (IncrementOf(relation) is var increment and >= 0)
            {
                Withheld[increment] = MustBeUnknown(increment) || UnknownsIn(relation) > 1;
            }
        }
    }

    private bool MustBeUnknown(int cell) =>
        _figures.Holds[cell] == Hold.Derived && _figures.Requirements[cell] != Requirement.None;

    /// <returns>The increment in a relation between releases, which stands last; -1 in any other relation.</returns>
    private int IncrementOf(int relation)
    {
        var last = _figures.Relations.Cells(relation)[^1];
        return _figures.Holds[last] == Hold.Derived ? last : -1;
    }
}
