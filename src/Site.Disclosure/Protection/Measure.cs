namespace Site.Disclosure;

/// <summary>What an indicator counts, and so which rule guards it.</summary>
internal enum Measure
{
    /// <summary>Sessions, banners, articles: shown as they are.</summary>
    Open,

    /// <summary>Persons or reports that must not be few: the threshold rule.</summary>
    Count,

    /// <summary>A magnitude summed over units, such as participants: the contributors and p% rules.</summary>
    Sum,

    /// <summary>Persons summed over units: a sum that must not be small either, so both rules.</summary>
    PersonSum,
}
