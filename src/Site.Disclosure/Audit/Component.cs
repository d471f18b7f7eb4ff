namespace Site.Disclosure;

/// <summary>Withheld cells that bear upon one another through relations, and upon no other withheld cell.</summary>
/// <param name="Cells">The cells, ascending.</param>
/// <param name="Relations">Every relation with one of these cells in it, ascending.</param>
internal sealed record Component(int[] Cells, int[] Relations);
