using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary>Which days returns may count up to: none that is still to come, and none outside the years in which there was a campaign.</summary>
/// <param name="Today">The last day; null where it is not asked for.</param>
/// <param name="Years">Years with a campaign. A form's own year is one too; where none is given, each year from the form's own on may be one.</param>
public sealed record ReturnDays(DateOnly? Today, ImmutableArray<int> Years)
{
    /// <param name="nameOf">Gives a unit's name by its id.</param>
    /// <returns><c>returns/future-day</c> and <c>returns/outside-campaign</c>, an error for each return, in the order of the returns.</returns>
    internal IEnumerable<Diagnostic> Find(IEnumerable<UnitReturn> returns, FormRegistry forms, Func<string, string> nameOf)
    {
        foreach (var one in returns)
        {
            if (one.AsOf > Today)
            {
                yield return Diagnostic.Error("returns/future-day", one.Location,
                    $"“{nameOf(one.Unit)}”的 “{one.Form}” 写的日期 {one.AsOf:yyyy-MM-dd} 还没有到，今天是 {Today:yyyy-MM-dd}。",
                    "请单位核对，改成数字截止的那一天；确认是哪一天的，导入时也可以用 --as-of 指明。") with
                {
                    Outside = "有单位的报表写的日期还没有到。是哪个单位，在本机用 --internal 查看。",
                };
            }
            else if (forms.FindForm(one.Form) is { } form && !IsOfCampaign(one.AsOf.Year, form.Year))
            {
                yield return Diagnostic.Error("returns/outside-campaign", one.Location,
                    $"“{nameOf(one.Unit)}”的 “{one.Form}” 写的日期 {one.AsOf:yyyy-MM-dd} 不在活动期间：{(one.AsOf.Year < form.Year ? $"这张表是 {form.Year} 年的。" : $"没有 {one.AsOf.Year} 年的活动。")}",
                    "请单位核对年份，改成数字截止的那一天；确认是哪一天的，导入时也可以用 --as-of 指明。那一年确实有活动的，先在 content/campaigns/ 里写好那一年的活动页。") with
                {
                    Outside = "有单位的报表写的日期不在活动期间。是哪个单位，在本机用 --internal 查看。",
                };
            }
        }
    }

    private bool IsOfCampaign(int year, int formYear) => year == formYear || (year > formYear && (Years.IsEmpty || Years.Contains(year)));
}
