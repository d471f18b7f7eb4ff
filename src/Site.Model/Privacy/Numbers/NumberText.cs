namespace Site.Model.Privacy;

/// <summary>A text that is being searched for numbers, and what the words in it say about them.</summary>
/// <param name="text">Folded text.</param>
/// <param name="surroundings">What kind of text this is.</param>
internal sealed class NumberText(string text, Surroundings surroundings)
{
    private readonly WordTrail identity = new(text, NumberWords.Identity);
    private readonly WordTrail phone = new(text, NumberWords.Phone);
    private readonly WordTrail account = new(text, NumberWords.Account);
    private readonly WordTrail credit = new(text, NumberWords.Credit);
    private readonly WordTrail other = new(text, NumberWords.Other);

    public string Text => text;

    public Surroundings Surroundings => surroundings;

    public bool SaysIdentity(int start) => identity.Says(start);

    public bool SaysPhone(int start) => phone.Says(start);

    public bool SaysAccount(int start) => account.Says(start);

    public bool SaysCreditCode(int start) => credit.Says(start);

    public bool SaysOther(int start) => other.Says(start);
}
