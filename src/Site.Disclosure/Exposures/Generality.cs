namespace Site.Disclosure;

/// <summary>How coarsely an entry is shown. Each step holds all steps before it.</summary>
internal enum Generality
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>Days as months, streets as districts, no place: for entries that are alike by district, sector, week and type of hazard.</summary>
    Week,

    /// <summary>The same, for those alike in the same month.</summary>
    Month,

    /// <summary>The whole city in place of the district.</summary>
    City,

    /// <summary>No sector.</summary>
    Sectors,

    /// <summary>No hazard: neither its type nor its words, nor articles and decisions that tell of it.</summary>
    Hazards,

    /// <summary>Days as years.</summary>
    Year,
}
