namespace Site.Disclosure;

/// <summary>What earlier releases did with a cell.</summary>
internal enum CellHistory : byte
{
    /// <summary>No release has printed it.</summary>
    New,

    /// <summary>A release has shown it: it stays shown.</summary>
    Shown,

    /// <summary>A release has withheld it: it stays withheld, and is audited again with everything that is published since.</summary>
    Withheld,
}
