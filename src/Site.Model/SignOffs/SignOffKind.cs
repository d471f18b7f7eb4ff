namespace Site.Model;

/// <summary>A kind of content that an office may ask sign-offs for.</summary>
/// <param name="Id">As the policy names it: <c>warnings</c>.</param>
/// <param name="Label">As messages call it: 事故警示.</param>
/// <param name="Folder">Where it lies, from the site folder, with a slash at its end.</param>
public sealed record SignOffKind(string Id, string Label, string Folder);
