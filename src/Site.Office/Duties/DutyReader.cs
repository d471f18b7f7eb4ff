using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Vocabularies;
using Site.Core.Yaml;
using Site.Statistics.Forms;
using Site.Statistics.Units;

namespace Site.Office.Duties;

/// <summary>Reads <c>input/duties.yaml</c>: what is due, by whom, when, and on which form.</summary>
internal static partial class DutyReader
{
    private static readonly ImmutableArray<string> RootNames = ["year", "sample", "duties"];

    private static readonly ImmutableArray<string> Names = ["id", "title", "form", "units", "due", "every", "from", "to", "since", "time", "note"];

    /// <param name="files">Files of <c>input/</c>.</param>
    /// <param name="forms">The forms there are.</param>
    /// <param name="units">The units there are.</param>
    /// <returns>
    /// The duties that can be read, none where the file is missing; <c>duties/missing-file</c>, and codes of subject <c>duties</c> that say at its place what is wrong with the others.
    /// </returns>
    public static Result<DutyList> Read(ImmutableArray<SourceFile> files, FormRegistry forms, UnitRegistry units)
    {
        var diagnostics = new List<Diagnostic>();
        if (files.FirstOrDefault(file => file.Path == DutyList.Path) is not { } file)
        {
            return new(new(0, false, []), [Diagnostic.Error(OfficeInput.NoDuties, new(DutyList.Path), "还没有写明要报什么、谁报、什么时候报。", DutyList.Help)]);
        }

        if (YamlReader.ReadInput(file, diagnostics) is not { } node)
        {
            return new(new(0, false, []), [.. diagnostics]);
        }

        var root = new InputFields(DutyList.Path, "duties", node, RootNames, diagnostics);
        var year = root.Integer("year") ?? 0;
        if (year is < 2000 or > 2099)
        {
            root.Report("wrong-year", root.Find("year") ?? node, "要写明是哪一年的活动。", "在最上面写一行 year: 2026 这样的年份。");
            return new(new(0, false, []), [.. diagnostics]);
        }

        var duties = ImmutableArray.CreateBuilder<Duty>();
        foreach (var item in root.List("duties"))
        {
            var before = diagnostics.Count;
            var duty = Read(new(DutyList.Path, "duties", item, Names, diagnostics), item, new(year, forms, units), diagnostics);
            if (duties.FirstOrDefault(other => other.Id == duty.Id) is { } other)
            {
                diagnostics.Add(Diagnostic.Error("duties/duplicate-id", duty.Location, $"事项 “{duty.Id}” 在第 {other.Location.Line} 行已经有了。", "给它换一个 id；同一件事只写一次。"));
            }
            else if (diagnostics.Count == before)
            {
                duties.Add(duty);
            }
        }

        if (root.List("duties").IsEmpty)
        {
            root.Report("empty", node, "还没有写一件要报的事。", DutyList.Help);
        }

        return new(new(year, root.Boolean("sample"), duties.DrainToImmutable()), [.. diagnostics]);
    }

    private static Duty Read(InputFields fields, YamlNode node, DutyContext context, List<Diagnostic> diagnostics)
    {
        var id = fields.Required("id");
        if (id.Length > 0 && !Id().IsMatch(id))
        {
            fields.Report("wrong-id", fields.Find("id")!, "id 只能用小写字母、数字和连字符。", "写成 weekly-material 这样。");
        }

        var days = DutyDays.Read(fields, node, context.Year);
        return new()
        {
            Id = id,
            Title = Quoted.Printable(fields.Required("title")),
            Form = FormOf(fields, context.Forms),
            Units = DutyUnits.Read(fields, node, context, diagnostics),
            Days = days,
            Since = DutyDays.Since(fields, days, context.Year),
            Time = TimeOf(fields),
            Note = fields.Optional("note") is { } note ? Quoted.Printable(note) : null,
            Location = fields.Location,
        };
    }

    private static Form? FormOf(InputFields fields, FormRegistry forms)
    {
        if (fields.Optional("form") is not { } id)
        {
            return null;
        }

        var known = string.Join("、", forms.Collected.Select(form => $"{form.Id}（{form.Title}）"));
        switch (forms.FindForm(id))
        {
            case null:
                var near = NearestName.Find(id, forms.Collected.Select(form => form.Id));
                fields.Report("unknown-form", fields.Find("form")!, $"没有表格 {Quoted.Id(id)}。", $"{(near is null ? "" : $"是不是 “{near}”？")}{(known.Length > 0 ? $"已有的表格：{known}" : "先在 input/forms/ 里写好表格")}；不用表格报的，删掉这一行。");
                return null;
            case { IsNeverPublished: true } personal:
                fields.Report("personal-form", fields.Find("form")!, $"{Quoted.InMarks(personal.Title)} 填的是个人信息，本站从不接收。", "删掉这一行；收到以后在线下保存，只用 site office received 记下谁已经报了。");
                return null;
            case var form:
                return form;
        }
    }

    private static TimeOnly? TimeOf(InputFields fields)
    {
        if (fields.Optional("time") is not { } text)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        fields.Report("wrong-time", fields.Find("time")!, "time 应当是一个时刻。", "写成 time: \"10:00\" 这样；下班前报的不用写。");
        return null;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Id();
}

/// <summary>What duties refer to.</summary>
internal sealed record DutyContext(int Year, FormRegistry Forms, UnitRegistry Units);

/// <summary>Reads who owes a duty: all units, or those of some levels, of some sectors, and by name.</summary>
internal static class DutyUnits
{
    private static readonly ImmutableArray<string> Names = ["levels", "sectors", "names", "except"];

    /// <param name="node">The duty.</param>
    /// <param name="diagnostics">
    /// Takes <c>duties/unknown-level</c>, <c>duties/unknown-sector</c>, <c>duties/unknown-unit</c>, <c>duties/closed-unit</c>, <c>duties/unit-twice</c> and <c>duties/no-unit</c>.
    /// </param>
    /// <returns>The units in the order of the list.</returns>
    public static ImmutableArray<Unit> Read(InputFields fields, YamlNode node, DutyContext context, List<Diagnostic> diagnostics)
    {
        var open = context.Units.All.Where(unit => unit.ExistsIn(context.Year)).ToList();
        if (fields.Find("units") is not { } written)
        {
            fields.Report("missing-field", node, "没有写由谁报。", "加上 units：写 all（除了最上面的市以外的所有单位），或者写 levels、sectors、names。");
            return [];
        }

        if (written is YamlNode.Scalar { Value: "all" or "全部" })
        {
            return [.. open.Where(unit => unit.Parent is not null)];
        }

        var before = diagnostics.Count;
        var who = new InputFields(DutyList.Path, "duties", written, Names, diagnostics);
        var levels = Words(who, "levels", "unknown-level", text => UnitLevel.Find(text)?.Id, $"可以写：{string.Join("、", UnitLevel.All.Select(level => $"{level.Id}（{level.Label}）"))}。");
        var sectors = Words(who, "sectors", "unknown-sector", text => Vocabulary.Sectors.FirstOrDefault(term => term.Id == text || term.Label == text)?.Id,
            $"可以写：{string.Join("、", Vocabulary.Sectors.Select(sector => $"{sector.Id}（{sector.Label}）"))}。");
        var matched = levels.Count + sectors.Count == 0 ? [] : open
            .Where(unit => (levels.Count == 0 || levels.Contains(unit.Level.Id)) && (sectors.Count == 0 || (unit.Sector is not null && sectors.Contains(unit.Sector))))
            .Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        var excepted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (unit, item) in Named(who, "except", context))
        {
            if (!excepted.Add(unit.Id))
            {
                Twice(who, item, context.Units.NameOf(unit));
            }
            else if (!matched.Remove(unit.Id))
            {
                who.Report("nothing-excepted", item, $"“{context.Units.NameOf(unit)}”本来就不在里面，不用除外。", "删掉它，或者检查 levels 和 sectors。");
            }
        }

        foreach (var (unit, item) in Named(who, "names", context))
        {
            if (!matched.Add(unit.Id))
            {
                Twice(who, item, context.Units.NameOf(unit));
            }
        }

        if (matched.Count == 0 && diagnostics.Count == before)
        {
            who.Report("no-unit", written, "单位名单里没有一个单位符合。", "检查 levels、sectors、names 和 input/units.csv 里的级别、行业；各单位都要报的写 units: all。");
        }

        return [.. open.Where(unit => matched.Contains(unit.Id))];
    }

    private static void Twice(InputFields who, YamlNode item, string unit) =>
        who.Report("unit-twice", item, $"“{unit}”写了两次，或者按级别、行业已经在里面了。", "每个单位只写一次，删掉这一个。");

    private static HashSet<string> Words(InputFields who, string name, string fault, Func<string, string?> find, string help)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in who.List(name))
        {
            if (item is YamlNode.Scalar word && find(word.Value) is { } id)
            {
                found.Add(id);
            }
            else
            {
                who.Report(fault, item, $"{name} 里的{item.Describe()}不认得。", help);
            }
        }

        return found;
    }

    private static IEnumerable<(Unit Unit, YamlNode Item)> Named(InputFields who, string name, DutyContext context)
    {
        foreach (var item in who.List(name))
        {
            var text = (item as YamlNode.Scalar)?.Value ?? "";
            if ((context.Units.Find(text) ?? context.Units.FindByName(text)) is not { } unit)
            {
                var near = NearestName.FindAll(text, context.Units.All.SelectMany(known => new[] { known.Id, known.Name })).FirstOrDefault();
                who.Report("unknown-unit", item, context.Units.SaySameName(text) ?? $"单位名单里没有{item.Describe()}。", $"{(near is null || near == text ? "" : $"是不是 “{near}”？")}写 input/units.csv 里的名称或 id，同名的写 id。");
            }
            else if (!unit.ExistsIn(context.Year))
            {
                who.Report("closed-unit", item, $"“{context.Units.NameOf(unit)}”在 {context.Year} 年的活动里不存在：尚未设立，或已经撤销。", "改成接替它的单位，或者检查 units.csv 的 opened 和 closed 两列。");
            }
            else
            {
                yield return (unit, item);
            }
        }
    }
}

/// <summary>Reads when a duty is due: fixed days in <c>due</c>, or <c>every</c> week or month from one day to another.</summary>
internal static class DutyDays
{
    /// <summary>Plans are made in spring, and the last summaries of a year may be due in the first month of the next.</summary>
    private const int FirstMonth = 4;

    /// <param name="node">The duty.</param>
    /// <returns>The days, ascending; reported are <c>duties/no-day</c>, <c>duties/wrong-day</c>, <c>duties/outside-campaign</c>, <c>duties/day-twice</c>, <c>duties/wrong-rhythm</c> and <c>duties/wrong-order</c>.</returns>
    public static ImmutableArray<DateOnly> Read(InputFields fields, YamlNode node, int year)
    {
        var days = new SortedSet<DateOnly>();
        foreach (var item in fields.List("due"))
        {
            if (Day(fields, item, year) is { } day && !days.Add(day))
            {
                fields.Report("day-twice", item, $"{day:yyyy-MM-dd} 写了两次。", "每一天只写一次。");
            }
        }

        if (fields.Optional("every") is not { } every)
        {
            foreach (var name in ImmutableArray.Create("from", "to").Where(name => fields.Find(name) is not null))
            {
                fields.Report("wrong-rhythm", fields.Find(name)!, $"写了 {name}，没有写 every。", "加上 every: 周四 或 every: 每月25日；只报一次的写 due: 2026-06-25。");
            }

            if (fields.Find("due") is null)
            {
                fields.Report("no-day", node, "没有写什么时候报。", "只报一次的写 due: 2026-06-25，几个日子写成 [2026-06-25, 2026-07-25]；每周、每月报的写 every、from 和 to。");
            }

            return [.. days];
        }

        var (from, to) = (End(fields, "from", node, year), End(fields, "to", node, year));
        var (weekday, date) = (ChineseDays.Weekday(every), ChineseDays.DayOfMonth(every));
        if (weekday is null && date is null)
        {
            fields.Report("wrong-rhythm", fields.Find("every")!, "看不出是每周还是每月的哪一天。", "写成 every: 周四 或 every: 每月25日；月底写 every: 每月月底。");
        }
        else if (from > to)
        {
            fields.Report("wrong-order", fields.Find("to")!, "to 比 from 还早。", "from 写第一天，to 写最后一天。");
        }
        else if (from is { } first && to is { } last)
        {
            var count = days.Count;
            for (var day = first; day <= last; day = day.AddDays(1))
            {
                if (weekday is { } wanted ? day.DayOfWeek == wanted : day.Day == Math.Min(date!.Value, DateTime.DaysInMonth(day.Year, day.Month)))
                {
                    days.Add(day);
                }
            }

            if (days.Count == count)
            {
                fields.Report("no-day", fields.Find("every")!, "这段时间里一个这样的日子也没有。", "检查 from 和 to。");
            }
        }

        return [.. days];
    }

    /// <returns>The first day up to which figures for the first day may count: what is written, else the day after a week or a month before the first day of a rhythm.</returns>
    public static DateOnly? Since(InputFields fields, ImmutableArray<DateOnly> days, int year)
    {
        if (fields.Find("since") is { } written)
        {
            return Day(fields, written, year);
        }

        return days.IsEmpty || fields.Optional("every") is not { } every ? null
            : ChineseDays.Weekday(every) is not null ? days[0].AddDays(-6)
            : days[0].AddMonths(-1).AddDays(1);
    }

    private static DateOnly? End(InputFields fields, string name, YamlNode node, int year)
    {
        if (fields.Find(name) is { } written)
        {
            return Day(fields, written, year);
        }

        fields.Report("missing-field", node, $"写了 every，没有写 {name}。", "from 写第一天，to 写最后一天，例如 from: 2026-06-01、to: 2026-06-30。");
        return null;
    }

    private static DateOnly? Day(InputFields fields, YamlNode item, int year)
    {
        if (item is not YamlNode.Scalar { Value: var text } || !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            fields.Report("wrong-day", item, $"{item.Describe().Trim()} 不是一个日期。", "写成 2026-06-25 这样。");
            return null;
        }

        if (day < new DateOnly(year, FirstMonth, 1) || day > new DateOnly(year + 1, 1, 31))
        {
            fields.Report("outside-campaign", item, $"{text} 不在 {year} 年的活动期间（{year}年4月到次年1月）。", "检查年份；别的年份的事写在那一年的 duties.yaml 里。");
            return null;
        }

        return day;
    }
}
