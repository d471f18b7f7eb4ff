namespace Site.Model;

/// <summary>One of a question's choices.</summary>
/// <param name="Text">HTML of one line.</param>
/// <param name="IsCorrect">Whether it is right.</param>
/// <param name="Feedback">What to tell someone who chose it; empty where nothing was written.</param>
public sealed record Choice(HtmlFragment Text, bool IsCorrect, HtmlFragment Feedback);
