namespace Site.Model;

/// <summary>情景题: a text or picture that several questions are about; those of them that are on a paper stand together.</summary>
/// <param name="Where">Its heading in the source.</param>
/// <param name="Id">Unique in the whole site.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Text">What happened; not empty.</param>
public sealed record Scenario(Place Where, string Id, string Title, HtmlFragment Text);
