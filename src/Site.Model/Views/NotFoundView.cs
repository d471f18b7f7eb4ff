namespace Site.Model;

/// <summary>404.html: shown for every address that the site does not have.</summary>
public sealed record NotFoundView : View;
