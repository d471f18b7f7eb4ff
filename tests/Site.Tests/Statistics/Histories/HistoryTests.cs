using System.Collections.Immutable;
using System.Globalization;
using FsCheck.Fluent;
using Site.Core.Diagnostics;
using Site.Exposures.Released;
using Site.Statistics.Releases;

namespace Site.Tests;

/// <summary>Histories of releases as an office makes them, attacked from all that was ever published, and from nothing else.</summary>
public class HistoryTests
{
    [Fact]
    public void Nothing_withheld_can_be_worked_out_from_all_that_was_ever_published()
    {
        var report = new HistoryReport();
        try
        {
            ForEachHistory(30, seed =>
            {
                var history = PublishedHistory.Of(seed);
                var attack = history.Attack();
                var found = attack.Find();
                report.Add(history, attack, found);
                Assert.True(found.Count == 0, $"Seed {seed}:\n{string.Join('\n', found)}\n{history.Log}");
                Assert.Equal("", MadeUpInput.SaidErrors(history.Audit()));
            });
        }
        finally
        {
            TestContext.Current.TestOutputHelper!.WriteLine(report.ToString());
        }

        Assert.True(report.Revisions > 0 && report.Withheld > 0, report.ToString());
    }

    /// <summary>
    /// Histories in which something gave way that no small campaign by hand shows: 179, a count that was shown, withheld and shown again by a later vintage, after a unit of another district had
    /// moved; 264, a sum over vintages that did not print it; 444, three small counts of which one was a unit's that was withdrawn; 867 and 883, sectors of which one
    /// unit was withdrawn, corrected by area alone; 476 and 958, figures that who takes nothing for corrected comes too near to by mistake.
    /// </summary>
    [Theory]
    [InlineData(179)]
    [InlineData(264)]
    [InlineData(444)]
    [InlineData(476)]
    [InlineData(867)]
    [InlineData(883)]
    [InlineData(958)]
    public void What_gave_way_once_holds(int seed)
    {
        var history = PublishedHistory.Of(seed);

        var found = history.Attack().Find();

        Assert.True(history.Releases.Count > 1 && found.Count == 0, $"{string.Join('\n', found)}\n{history.Log}");
    }

    [Fact]
    public void The_attack_finds_what_a_careless_office_would_print()
    {
        var found = Enumerable.Range(1, 8).Select(seed => PublishedHistory.Of(seed)).Where(history => history.Releases.Count > 0).SelectMany(history => history.Attack(least: 25).Find()).ToArray();

        Assert.Contains(found, finding => finding.Weakness == Weakness.TooSmall || finding.Weakness == Weakness.TooClose);
        Assert.Contains(found, finding => finding.Weakness == Weakness.SmallGrowth);
    }

    /// <summary>
    /// The long run, which none but who asks for it starts: <c>SITE_TEST_HISTORIES=1-2000 Site.Tests -class Site.Tests.HistoryTests -explicit only -showliveoutput</c>. It says which
    /// histories give something away, and of which ten a release took most of the processor.
    /// </summary>
    [Fact(Explicit = true)]
    public void Thousands_of_histories_are_attacked()
    {
        var report = new HistoryReport();
        var broken = new List<int>();
        var slowest = new PriorityQueue<int, TimeSpan>();
        foreach (var seed in SeedsAsked("1-1000"))
        {
            var history = PublishedHistory.Of(seed);
            var attack = history.Attack();
            var found = attack.Find();
            report.Add(history, attack, found);
            slowest.Enqueue(seed, history.Slowest);
            if (slowest.Count > 10)
            {
                slowest.Dequeue();
            }

            if (found.Count > 0 || MadeUpInput.SaidErrors(history.Audit()).Length > 0)
            {
                broken.Add(seed);
                Say($"Seed {seed}:\n{string.Join('\n', found)}\n{MadeUpInput.SaidErrors(history.Audit())}\n{history.Log}\n{history.Printed}");
            }
        }

        Say($"{report}");
        while (slowest.TryDequeue(out var seed, out var time))
        {
            Say($"Seed {seed}: a release of {time.TotalSeconds:0.0} s");
        }

        Assert.Equal([], broken);
    }

    /// <summary>In seeds 32 and 106 a unit is moved or withdrawn whose share another knew, in seed 139 a unit corrects itself, in seed 27 a late return is the only change of what was shown before, in seed 227 a street tells its total from the one unit of a sector that is shown, which is no secret; the long run is the next test.</summary>
    [Fact]
    public void No_unit_works_out_what_is_withheld_of_another()
    {
        foreach (var seed in (int[])[1, 2, 3, 4, 5, 6, 27, 32, 106, 139, 227])
        {
            var found = PublishedHistory.Of(seed).Attack().Insiders().Find();
            Assert.True(found.Count == 0, $"Seed {seed}:\n{string.Join('\n', found)}");
        }
    }

    /// <summary>
    /// The long run of units that know their own figures: <c>SITE_TEST_HISTORIES=1-300 Site.Tests -class Site.Tests.HistoryTests -method '*know_their_own*' -explicit only -showliveoutput</c>.
    /// </summary>
    [Fact(Explicit = true)]
    public void Hundreds_of_histories_are_attacked_by_units_that_know_their_own_figures()
    {
        var (broken, insiders, attacked, small, releases) = (new List<int>(), 0, 0, 0, 0);
        foreach (var seed in SeedsAsked("1-300"))
        {
            var history = PublishedHistory.Of(seed);
            var attack = history.Attack().Insiders();
            var found = attack.Find();
            (insiders, attacked, small, releases) = (insiders + attack.Insiders, attacked + attack.Attacked, small + attack.KnownSmall, releases + history.Releases.Count);
            if (found.Count > 0)
            {
                broken.Add(seed);
                Say($"Seed {seed}:\n{string.Join('\n', found)}\n{history.Log}\n{history.Printed}");
            }
        }

        Say($"{releases} releases attacked by {insiders} insiders, {attacked} figures with something of others: {broken.Count} histories with an exact one; {small} known to be small.");
        Assert.Equal([], broken);
    }

    /// <summary>
    /// The long run of tables by area and by sector that take turns from release to release, for the public and for units:
    /// <c>SITE_TEST_HISTORIES=1-300 Site.Tests -class Site.Tests.HistoryTests -method '*take_turns' -explicit only -showliveoutput</c>.
    /// </summary>
    [Fact(Explicit = true)]
    public void Hundreds_of_histories_are_attacked_in_which_tables_take_turns()
    {
        var (report, broken) = (new HistoryReport(), new List<int>());
        foreach (var seed in SeedsAsked("1-300"))
        {
            var history = PublishedHistory.Of(seed, takesTurns: true);
            var attack = history.Attack();
            List<Finding> found = [.. attack.Find(), .. attack.Insiders().Find()];
            report.Add(history, attack, found);
            if (found.Count > 0 || MadeUpInput.SaidErrors(history.Audit()).Length > 0)
            {
                broken.Add(seed);
                Say($"Seed {seed}:\n{string.Join('\n', found)}\n{MadeUpInput.SaidErrors(history.Audit())}\n{history.Log}\n{history.Printed}");
            }
        }

        Say($"{report}");
        Assert.Equal([], broken);
    }

    private static IEnumerable<int> SeedsAsked(string otherwise)
    {
        var range = (Environment.GetEnvironmentVariable("SITE_TEST_HISTORIES") ?? otherwise).Split('-');
        var first = int.Parse(range[0], CultureInfo.InvariantCulture);
        return Enumerable.Range(first, int.Parse(range[^1], CultureInfo.InvariantCulture) - first + 1);
    }

    private static void Say(FormattableString text) => TestContext.Current.TestOutputHelper!.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void ForEachHistory(int histories, Action<int> holds) =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), holds).AssertHolds(histories);
}

/// <summary>What was attacked, added up.</summary>
internal sealed class HistoryReport
{
    private readonly SortedDictionary<string, int> _refused = new(StringComparer.Ordinal);
    private int _histories;
    private int _releases;
    private int _figures;
    private int _exact;
    private int _found;

    /// <summary>How many releases said that earlier figures were corrected.</summary>
    public int Revisions { get; private set; }

    /// <summary>How many withheld figures were attacked.</summary>
    public int Withheld { get; private set; }

    public void Add(PublishedHistory history, HistoryAttack attack, List<Finding> found)
    {
        _histories++;
        _releases += history.Releases.Count;
        Revisions += history.Releases.Count(release => release.IsRevision);
        Withheld += attack.Withheld;
        _figures += attack.Figures;
        _exact += found.Count(finding => finding.Weakness == Weakness.Exact);
        _found += found.Count;
        foreach (var code in history.Refused)
        {
            _refused[code] = _refused.GetValueOrDefault(code) + 1;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{_histories} histories of {_releases} releases, {Revisions} of them with corrections, attacked: {_exact} exact, {_found - _exact} otherwise too close. Withheld: {Withheld} of {_figures} figures other than 0, {100.0 * Withheld / Math.Max(1, _figures):0.0} %. Releases refused: {string.Join(", ", _refused.Select(code => $"{code.Value} {code.Key}"))}.");
}

/// <summary>A history with what was published of it.</summary>
internal sealed class PublishedHistory
{
    private readonly List<HistoryTruth> _truths = [];
    private readonly MadeUpInput _input;
    private readonly bool _isSum;
    private int _least = int.MaxValue;

    /// <param name="input">What lies in <c>input/</c>, with the snapshots of releases as they are made.</param>
    /// <param name="isSum">Whether figures are sums over units.</param>
    public PublishedHistory(MadeUpInput input, bool isSum) => (_input, _isSum) = (input, isSum);

    /// <summary>What a reader found of each release on the day it was published.</summary>
    public List<ReadRelease> Releases { get; } = [];

    /// <summary>Codes of why releases were refused.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>All that happened, a line each.</summary>
    public string Log { get; private set; } = "";

    /// <summary>What each release printed, a line for each cell.</summary>
    public string Printed => string.Join('\n', Releases.SelectMany(release => release.Tables.SelectMany(table => table.Cells.Select(cell =>
        string.Create(CultureInfo.InvariantCulture, $"{release.Name}{(release.IsRevision ? " (revision)" : "")}: {cell.Area} {cell.Sector} {cell.Day:MM-dd} {cell.Text}"))).Distinct()));

    /// <summary>What the slowest release took to make, in time of the processor.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <param name="takesTurns">See <see cref="CampaignHistory"/>.</param>
    public static PublishedHistory Of(int seed, bool takesTurns = false)
    {
        var history = new CampaignHistory(seed, takesTurns);
        var published = new PublishedHistory(history.Input, history.Measure == "sum");
        for (var week = 0; week < history.Days.Length; week++)
        {
            history.Live(week);
            published.Log = history.Log;
            published.Release(history.Days[week], history.Truth(), history.Least);
        }

        return published;
    }

    /// <param name="least">The threshold that is asked for; the least of the history where nothing is said.</param>
    public HistoryAttack Attack(int? least = null) => new(Releases, _truths, least ?? _least, _isSum);

    /// <summary>Nothing is found by the public nor by any unit, no release was refused, and the input still builds.</summary>
    public void AssertNothingIsFound()
    {
        TestContext.Current.TestOutputHelper!.WriteLine(Printed);
        var attack = Attack();
        List<Finding> found = [.. attack.Find(), .. attack.Insiders().Find()];

        Assert.True(found.Count == 0, $"{string.Join('\n', found)}\n{Printed}");
        Assert.Equal("", string.Join(' ', Refused));
        Assert.Equal("", MadeUpInput.SaidErrors(_input.Build().Diagnostics));
    }

    /// <summary>Writes all that was reported so far into <c>input/returns/</c>.</summary>
    public void Report(IEnumerable<HistoryRow> rows) => _input.Put("input/returns/all.csv", "form,unit,as_of,indicator,value,correction\n"
        + string.Concat(rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"form,{row.Unit},{row.Day:yyyy-MM-dd},form.work.persons,{row.Value},{row.Correction}\n"))));

    /// <returns>What the program's own audit says, with nothing but what is public at hand.</returns>
    public ImmutableArray<Diagnostic> Audit() => ReleaseAudit.Find(new(_input.WithoutReturns().Files), null).Diagnostics;

    /// <summary>Makes a release, and reads it where it is made.</summary>
    /// <param name="truth">What is true then.</param>
    /// <param name="least">The threshold of then.</param>
    public void Release(DateOnly day, HistoryTruth truth, int least)
    {
        var name = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var before = Environment.CpuUsage.TotalTime;
        var made = _input.Release(name);
        Slowest = new(Math.Max(Slowest.Ticks, (Environment.CpuUsage.TotalTime - before).Ticks));
        if (made.Files.IsEmpty)
        {
            Refused.AddRange(made.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Code).Distinct());
            return;
        }

        _least = Math.Min(_least, least);
        var files = RenderedSite.Of(SampleSite.Read(""), PublicInput.Empty with { Statistics = _input.Build().Value });
        Releases.Add(OutputFolder.Read(files, name));
        _truths.Add(truth);
    }
}
