namespace Site.Disclosure;

/// <summary>What is written into a blank.</summary>
internal enum IndicatorKind
{
    /// <summary>A whole number of 0 or more, in the indicator's unit.</summary>
    Count,

    /// <summary>Yes or no; as a figure 1 or 0.</summary>
    Boolean,

    /// <summary>Words; never a figure.</summary>
    Text,

    /// <summary>What stands above the table: unit, date, whom to call.</summary>
    Header,

    /// <summary>A person's particulars: dropped on arrival, whatever the form.</summary>
    Contact,
}
