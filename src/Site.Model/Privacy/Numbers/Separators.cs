namespace Site.Model.Privacy;

/// <summary>What stands between the groups of digits of one number.</summary>
[Flags]
internal enum Separators
{
    None = 0,

    /// <summary>Characters that cannot be seen; a reader sees one group.</summary>
    Invisible = 1,

    /// <summary>Spaces or tabs.</summary>
    Space = 2,

    /// <summary>A hyphen or an underscore.</summary>
    Hyphen = 4,

    /// <summary>A full stop or a middle dot.</summary>
    Dot = 8,

    /// <summary>The end of a line.</summary>
    Line = 16,

    /// <summary>A dash or tilde, which more often means "to".</summary>
    Range = 32,
}
