namespace Site.Model;

/// <summary>A heading of a page's body.</summary>
/// <param name="Level">2 to 6; the title is the only one of level 1.</param>
/// <param name="Id">Its fragment, unique in the page, with Chinese kept: <c>防火检查</c>, <c>防火检查-2</c>.</param>
/// <param name="Text">Plain text.</param>
public sealed record Heading(int Level, string Id, string Text);
