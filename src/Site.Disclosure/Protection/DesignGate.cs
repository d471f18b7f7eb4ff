using Site.Model;

namespace Site.Disclosure;

/// <summary>Refuses tables that are too fine: a page of stars tells nobody anything.</summary>
/// <remarks>Handbook on Statistical Disclosure Control: redesign the table before suppressing (section 5.3).</remarks>
internal static class DesignGate
{
    /// <summary>More than this share of the non-zero inner cells withheld is too much, in percent.</summary>
    private const int MostWithheld = 30;

    /// <returns>The problem <c>disclosure/table-too-fine</c> if more than 30 % of the non-zero inner cells of the last week would be withheld.</returns>
    /// <param name="withheld">For each cell whether it is withheld; the unsafe ones alone will do to refuse a hopeless table early.</param>
    /// <param name="where">Where <c>input/tables.yaml</c> asks for the table.</param>
    public static Problem? Find(Cube cube, bool[] withheld, TableNames names, Place where)
    {
        var shape = cube.Shape;
        var (inner, hidden) = (0, 0);
        for (var cell = 0; cell < shape.Count; cell++)
        {
            var place = shape.Of(cell);
            if (shape.Height(place.Sector, place.Area) == 0 && !place.IsIncrement && place.Week == shape.Weeks - 1
                && cube.Contributors[cell].Sum > 0)
            {
                inner++;
                hidden += withheld[cell] ? 1 : 0;
            }
        }

        return hidden * 100 <= inner * MostWithheld ? null
            : Problem.Error("disclosure/table-too-fine", where,
                $"表“{names.Title}”分得太细：{inner} 个非零的最细格中有 {hidden} 个不能公布，超过 {MostWithheld}%。",
                shape.Sectors > 0 ? "请去掉行业一维，或把街道并到区县。" : "请把街道并到区县。");
    }
}
