namespace Site.Model;

/// <summary>One of the choices of a question of a bank.</summary>
/// <param name="Text">Markdown of one line.</param>
/// <param name="IsRight">Whether it is right.</param>
/// <param name="Feedback">Markdown blocks; empty where the bank gives none.</param>
public sealed record BankChoice(string Text, bool IsRight, string Feedback);
