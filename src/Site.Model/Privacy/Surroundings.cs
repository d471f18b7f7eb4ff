namespace Site.Model.Privacy;

/// <summary>Where a text comes from, which says how a number in it is to be read when in doubt.</summary>
public enum Surroundings
{
    /// <summary>A sentence somebody wrote about a person or a firm: in doubt a number is private.</summary>
    Prose,

    /// <summary>Pages, data and drawings: full of ids, hashes, decimals and coordinates; in doubt a number is one of those.</summary>
    Markup,
}
