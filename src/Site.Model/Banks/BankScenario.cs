namespace Site.Model;

/// <summary>情景 of a bank: what the questions that follow are about together.</summary>
/// <param name="Id">Unique in the bank, its questions included.</param>
/// <param name="Title">Markdown of one line.</param>
/// <param name="Text">Markdown blocks, not empty.</param>
public sealed record BankScenario(string Id, string Title, string Text);
