using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Office.Duties;
using Site.Office.Plans;
using Site.Statistics.Inputs;
using Site.Statistics.Series;
using Site.Statistics.Units;

namespace Site.Office;

/// <summary>What the office's own lists and papers are made from. Raw: nothing of it may reach the site, and no project that renders pages refers to this one.</summary>
public sealed class OfficeInput
{
    /// <summary>The code that says that there is no <c>input/duties.yaml</c>.</summary>
    public const string NoDuties = "duties/missing-file";

    private OfficeInput(StatisticsInput statistics, DutyList duties, PlanList plan, ImmutableArray<Received> received, ImportJournal journal) =>
        (Statistics, Duties, Plan, Received, Journal) = (statistics, duties, plan, received, journal);

    internal StatisticsInput Statistics { get; }

    internal DutyList Duties { get; }

    internal PlanList Plan { get; }

    /// <summary>Whether there is a plan.</summary>
    public bool HasPlan => Plan.Year > 0;

    /// <summary>Whether there are duties.</summary>
    public bool HasDuties => !Duties.All.IsEmpty;

    /// <summary>Id and title of each form that units hand in, by id.</summary>
    public IEnumerable<(string Id, string Title)> FormTitles => Statistics.Forms.Collected.Select(form => (form.Id, form.Title));

    /// <summary>What tells each unit from all others, in the order of the list of units.</summary>
    public IEnumerable<string> UnitNames => Statistics.Units.All.Select(NameOf);

    internal ImmutableArray<Received> Received { get; }

    internal ImportJournal Journal { get; }

    /// <param name="files">The files of <c>input/</c>.</param>
    /// <param name="journal">What this machine remembers of imports; empty where it remembers nothing.</param>
    /// <returns>What could be read, and all that is wrong with it.</returns>
    public static Result<OfficeInput> Read(InputFiles files, string journal)
    {
        var statistics = StatisticsInput.Read(files);
        var duties = DutyReader.Read(files.All, statistics.Value.Forms, statistics.Value.Units);
        var received = ReceivedList.Read(files.All, duties.Value, statistics.Value.Units);
        var plan = PlanReader.Read(files.All, statistics.Value.Forms, duties.Value);
        return new(
            new(statistics.Value, duties.Value, plan.Value, received.Value, ImportJournal.Read(journal)),
            [.. statistics.Diagnostics, .. duties.Diagnostics, .. received.Diagnostics, .. plan.Diagnostics]);
    }

    /// <returns>The name of a unit, with what tells it from others of the same name.</returns>
    internal string NameOf(Unit unit) => Statistics.Units.NameOf(unit);

    /// <returns>How each unit stands with each duty at the end of a day.</returns>
    internal ImmutableArray<OwedItem> StatesOn(DateOnly day) => DutyStates.Of(Duties, Statistics.Ledger, Received, Journal, day);
}

/// <summary>A file for the office's own machine.</summary>
/// <param name="Name">Its name, in Chinese too; a folder may stand before it.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record OfficeFile(string Name, byte[] Bytes)
{
    private const int LongestName = 60;

    /// <returns>Words that may stand in the name of a file on every system.</returns>
    public static string NameOf(string words)
    {
        var name = string.Concat(words.Select(c => c is '\\' or '/' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(c) ? '-' : c)).Trim(' ', '.');
        return name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }
}
