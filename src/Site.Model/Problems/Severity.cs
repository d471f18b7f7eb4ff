namespace Site.Model;

/// <summary>How much a problem weighs: a warning lets the site be published, an error stops it.</summary>
public enum Severity
{
    /// <summary>The site is published; someone should look.</summary>
    Warning,

    /// <summary>Nothing is published.</summary>
    Error,
}
