using Site.Model;

namespace Site.Disclosure;

/// <summary>Puts published cells together, and finds where two of them cannot both be so.</summary>
internal static class PublishedCells
{
    /// <summary>Notes what a table prints in a cell.</summary>
    /// <param name="cells">For each cell of the axes what earlier tables print there.</param>
    /// <param name="indicator">Place of the indicator in the table.</param>
    /// <param name="problems">Takes <c>disclosure/contradiction</c>, and <c>disclosure/gives-way</c> where one table shows what another withholds.</param>
    public static void Put(Cell?[] cells, int at, Cell cell, Axes axes, FrozenTable table, int indicator, List<Problem> problems)
    {
        if (cells[at] is not { } other || other == cell || (other is Cell.NotApplicable && cell is Cell.Shown { Value: 0 }))
        {
            cells[at] = cell;
            return;
        }

        if (cell is Cell.NotApplicable && other is Cell.Shown { Value: 0 })
        {
            return;
        }

        var name = $"“{table.Safe.Indicators[indicator].Label}，{axes.Name(axes.Shape.Of(at))}”";
        problems.Add(cell is Cell.Withheld or Cell.Shown && other is Cell.Withheld or Cell.Shown && cell.GetType() != other.GetType()
            ? Problem.Error("disclosure/gives-way", table.Where, $"{name}一处不公布、一处却写出了数。", "同一个数一旦不公布就一直不公布：从版本库取回冻结时的文件。")
            : Problem.Error("disclosure/contradiction", table.Where, $"{name}与另一张已公布的表不一致。", "从版本库取回冻结时的文件；报送有更正时用 site stats release 发布新的一期。"));
    }

    /// <returns>The equations' figures, and for each merged cell whether it is unknown.</returns>
    /// <param name="required">What each withheld figure must satisfy.</param>
    /// <param name="where">The newest of the tables.</param>
    /// <param name="problems">Takes contradictions and what gives way at once.</param>
    public static (Figures Figures, bool[] Withheld) Figures(
        Relations relations, int[] merged, Cell?[] cells, Axes axes, PrintedCells printed, Requirement required, Place where, string label, List<Problem> problems)
    {
        var count = relations.CellCount;
        var figures = new Figures
        {
            Relations = relations,
            Values = new long[count],
            Holds = new Hold[count],
            Requirements = new Requirement[count],
            Floors = new byte[count],
            Costs = new int[count],
            LoneContributors = new int[count],
            HasWithheldValues = false,
        };
        Array.Fill(figures.Holds, Hold.Shown);
        Array.Fill(figures.Requirements, Requirement.None);
        Array.Fill(figures.LoneContributors, -1);
        var withheld = new bool[count];
        var known = new bool[count];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var at = merged[cell];
            if (cells[cell] is Cell.Withheld)
            {
                (withheld[at], figures.Requirements[at], figures.Floors[at], figures.Holds[at]) = (true, required, 1, Hold.Withheld);
            }
            else if (cells[cell] is Cell.Shown shown)
            {
                if (known[at] && figures.Values[at] != shown.Value)
                {
                    Report("contradiction", cell, "与它的合计或下级的数不一致", "从版本库取回冻结时的文件。");
                }

                (known[at], figures.Values[at]) = (true, shown.Value);
            }
        }

        for (var cell = 0; cell < cells.Length; cell++)
        {
            var place = axes.Shape.Of(cell);
            if (place.IsIncrement && printed.Has(cell))
            {
                Increment(cell, place);
            }
            else if (known[merged[cell]] && withheld[merged[cell]] && cells[cell] is Cell.Withheld)
            {
                Report("gives-way", cell, "没有公布，可它的合计或唯一的下级写出了同一个数", "从版本库取回冻结时的文件。");
            }
        }

        return (figures, withheld);

        void Increment(int cell, CubeCell place)
        {
            var now = axes.Shape.Cumulative(0, place.Week, place.Sector, place.Area);
            var before = axes.Shape.Cumulative(0, printed.WeekBefore(now, place.Week), place.Sector, place.Area);
            var at = merged[cell];
            withheld[at] = withheld[merged[now]] || withheld[merged[before]];
            figures.Holds[at] = Hold.Derived;
            figures.Values[at] = withheld[at] ? 0 : figures.Values[merged[now]] - figures.Values[merged[before]];
            if (figures.Values[at] < 0)
            {
                Report("contradiction", now, "比前一次公布的累计数还小", "从版本库取回冻结时的文件；报送有更正时用 site stats release 发布新的一期。");
            }
        }

        void Report(string what, int cell, string message, string cure) =>
            problems.Add(Problem.Error($"disclosure/{what}", where, $"“{label}，{axes.Name(axes.Shape.Of(cell))}”{message}。", cure));
    }
}
