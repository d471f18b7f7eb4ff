namespace Site.Model;

/// <summary>A picture shown in a page.</summary>
/// <param name="Where">Its place in the source.</param>
/// <param name="Target">Path as written, percent-decoded, relative to the page's source file: <c>img/oil.svg</c>.</param>
/// <param name="Alt">What it shows, in words; not empty (checked as <c>picture/no-alt</c>).</param>
/// <param name="Title">The caption, or null.</param>
public sealed record Picture(Place Where, string Target, string Alt, string? Title = null);
