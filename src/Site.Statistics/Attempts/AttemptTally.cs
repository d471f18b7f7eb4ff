using System.Collections.Immutable;

namespace Site.Statistics.Attempts;

/// <summary>
/// What was counted in files of quiz attempts. The one who counts writes it; it is read in this project alone, for the counts are not yet protected.
/// </summary>
/// <remarks>The files may hold ten million rows with names and telephones in them: nothing that a row says stands here but its age band.</remarks>
public sealed class AttemptTally
{
    internal List<AttemptSort> Sorts { get; } = [];

    internal List<AttemptFault> Faults { get; } = [];

    /// <summary>Adds attempts of one sort.</summary>
    /// <param name="quiz">One of the numbers of <see cref="AttemptQuestion.QuizSpellings"/>.</param>
    /// <param name="area">One of the numbers of <see cref="AttemptQuestion.AreaSpellings"/>.</param>
    /// <param name="ageBand">As it is written.</param>
    /// <param name="scoreBand">How many of <see cref="AttemptQuestion.ScoreCuts"/> the score reaches.</param>
    /// <param name="week">How many of <see cref="AttemptQuestion.Weeks"/> end before the attempt, or <see cref="Undated"/>.</param>
    /// <param name="attempts">1 or more.</param>
    public void Add(int quiz, int area, string ageBand, int scoreBand, int week, long attempts) =>
        Sorts.Add(new(quiz, area, ageBand, scoreBand, week, attempts));

    /// <summary>Reports what is wrong with a file. Such a file counts nothing.</summary>
    public void Report(AttemptFault fault) => Faults.Add(fault);

    /// <summary>Stands for the week of a finished attempt without a day.</summary>
    public const int Undated = -2;
}

/// <summary>How many attempts of one sort were counted. Raw, so it never leaves this project.</summary>
internal sealed record AttemptSort(int Quiz, int Area, string AgeBand, int ScoreBand, int Week, long Attempts);

/// <summary>What is wrong with one file of attempts: numbers and names of columns, never what stands in a row.</summary>
/// <param name="File">Place of the file among those counted.</param>
/// <param name="Kind">What is wrong.</param>
public sealed record AttemptFault(int File, AttemptFaultKind Kind)
{
    /// <summary>The line, or for <see cref="AttemptFaultKind.BadRows"/> the number of the first such row, from 1; 1 where it is not known.</summary>
    public int First { get; init; } = 1;

    /// <summary>The columns that are missing, stand there twice, or hold something else.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>For <see cref="AttemptFaultKind.BadRows"/> how many rows, 1 or more.</summary>
    public long Rows { get; init; }
}

/// <summary>What can be wrong with a file of attempts.</summary>
public enum AttemptFaultKind
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>Columns that are needed are not there.</summary>
    MissingColumns,

    /// <summary>Columns that are needed stand there twice.</summary>
    DuplicateColumns,

    /// <summary>The head is too long, or has more than <see cref="AttemptQuestion.MostColumns"/> columns.</summary>
    TooManyColumns,

    /// <summary>It is not in UTF-8.</summary>
    NotUtf8,

    /// <summary>A row has another number of columns than the head, quotation marks that do not close, or one or two megabytes and more.</summary>
    BrokenRow,

    /// <summary>Finished attempts have in one column something that cannot be counted.</summary>
    BadRows,

    /// <summary>It cannot be opened.</summary>
    Unreadable,
}
