using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>What earlier releases did with each cell of a table of attempts, found again by the names of its categories.</summary>
internal static class AttemptHistory
{
    /// <returns>For each cell what was done with it; and what stands in the way: other dimensions, or figures that are others now.</returns>
    /// <param name="cube">The attempts of all weeks.</param>
    /// <param name="table">What is asked for.</param>
    /// <param name="earlier">The table in each earlier release, one for each week but the last.</param>
    public static (CellHistory[] History, ImmutableArray<Problem> Problems) Of(AttemptCube cube, AttemptTable table, ImmutableArray<SafeTable> earlier)
    {
        var shape = cube.Shape;
        var history = new CellHistory[shape.Count];
        var changed = 0;
        for (var week = 0; week < earlier.Length; week++)
        {
            if (!earlier[week].Dimensions.Select(dimension => dimension.Id).SequenceEqual(table.Dimensions))
            {
                return (history, [Problem.Error("attempts/other-dimensions", table.Where,
                    $"表“{table.Title}”以前按“{string.Join("、", earlier[week].Dimensions.Select(dimension => dimension.Id))}”公布过，现在的维度不同，两种合在一起会让人推算出隐去的数。",
                    "请把 dimensions 改回原样。")]);
            }

            changed += shape.Dimensions.Zip(earlier[week].Dimensions).Count(pair => pair.Second.Categories.Except(pair.First.Categories).Any());
            var places = shape.Dimensions.Zip(earlier[week].Dimensions, (now, then) => now.Categories.Select(name => then.Categories.IndexOf(name)).ToArray()).ToArray();
            for (var cell = 0; cell < shape.Layer; cell++)
            {
                var then = Enumerable.Range(0, places.Length).Select(dimension => places[dimension][shape.Category(cell, dimension)]).ToArray();
                if (Array.Exists(then, place => place < 0))
                {
                    continue;
                }

                var at = shape.Cumulative(week, cell);
                var printed = earlier[week].At(0, then);
                history[at] = printed is Cell.Shown ? CellHistory.Shown : CellHistory.Withheld;
                changed += printed is Cell.Shown shown ? (shown.Value == cube.Attempts[at] ? 0 : 1) : cube.Attempts[at] == 0 ? 1 : 0;
            }
        }

        return (history, changed == 0 ? [] : [Problem.Error("attempts/changed-since-release", table.Where,
            $"表“{table.Title}”有 {changed} 格与以前公布的同一日期的数不一致，导出的文件可能不完整，或者平台改过记录。",
            "请导出活动开始以来的全部记录；平台确有更正的，请另用一个新的题目编号统计。")]);
    }
}
