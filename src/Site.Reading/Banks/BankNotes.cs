using Site.Model;

namespace Site.Reading;

/// <summary>What is noted while a bank is read.</summary>
/// <param name="path">The bank's file, as problems name it.</param>
/// <param name="name">What the quiz will be called, fit for ids and file names.</param>
/// <param name="site">Address of our own site, whose links become relative; or null.</param>
/// <param name="mayLie">Whether a picture of this name and these bytes may lie beside the quiz.</param>
internal sealed class BankNotes(string path, string name, Uri? site, Func<string, ReadOnlyMemory<byte>, bool> mayLie)
{
    private const int MostProblems = 1000;

    public List<Problem> Problems { get; } = [];

    public List<BankChange> Changes { get; } = [];

    public BankPictures Pictures { get; } = new(name, mayLie);

    public BankIds Ids { get; } = new(name);

    /// <summary>What the bank calls itself, in one line; empty where it does not say.</summary>
    public string Title { get; set; } = "";

    public string Path => path;

    public Uri? Site => site;

    public void Error(string code, Place where, string what, string cure)
    {
        if (Problems.Count < MostProblems)
        {
            Problems.Add(Problem.Error(code, where, what, cure));
        }
    }

    /// <returns>Notes on one question; what it says twice is noted once.</returns>
    public ItemNotes Of(Place where, string item) => new(this, where, SafeText.Quote(item.Trim()));
}

/// <summary>What is noted about one question of a bank.</summary>
internal sealed class ItemNotes(BankNotes bank, Place where, string item)
{
    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    public BankNotes Bank => bank;

    public Place Where => where;

    /// <summary>The question in a few words, as messages call it.</summary>
    public string Item => item;

    /// <summary>Says what was lost or changed.</summary>
    public void Change(string what)
    {
        if (said.Add(what))
        {
            bank.Changes.Add(new(where, item, what));
        }
    }

    public void Error(string code, string what, string cure) => bank.Error(code, where, what, cure);
}
