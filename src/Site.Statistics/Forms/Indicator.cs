using Site.Core.Diagnostics;

namespace Site.Statistics.Forms;

/// <summary>One blank of a form.</summary>
internal sealed record Indicator
{
    /// <summary><c>form.section.name</c>, of lower-case letters, digits, dots and hyphens; never used again for something else.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the section it stands in.</summary>
    public required string Section { get; init; }

    /// <summary>What it counts, in simplified characters: for pages and messages.</summary>
    public required string Label { get; init; }

    /// <summary>A few words for readers, in place of the label above columns and charts; null where the label is short itself.</summary>
    public string? Short { get; init; }

    /// <summary>The same as the form prints it; other characters where the form is in traditional ones.</summary>
    public required string PrintedLabel { get; init; }

    /// <summary>Unit of count in simplified characters: 场, 人次; 是否 for yes or no. Figures of different units are never added up.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit as the form prints it behind the blank.</summary>
    public required string PrintedUnit { get; init; }

    public required IndicatorKind Kind { get; init; }

    public required PublicationClass Publication { get; init; }

    /// <summary>What forms of other years and places count too, in the same or another unit; null where this form stands alone.</summary>
    public string? Concept { get; init; }

    /// <summary>The blank with its brackets as printed, a bracket that the print lost included; null where the form prints none.</summary>
    public string? Blank { get; init; }

    /// <summary>The sentence as printed, from its beginning through the unit of this blank, earlier blanks included.</summary>
    public required string Context { get; init; }

    /// <summary>Figures from 1 to below this one are small; 0 where none is; null where nothing is ever shown.</summary>
    public int? Threshold { get; init; }

    /// <summary>The finest level shown: <c>unit</c>, <c>city</c> or <c>none</c>.</summary>
    public required string FinestLevel { get; init; }

    /// <summary>Whether policy.yaml may let out a total of the whole city and campaign, although nothing else is ever shown.</summary>
    public bool MayShowCityTotal { get; init; }

    /// <summary>Where the form file says so.</summary>
    public required Location Location { get; init; }

    /// <summary>Whether it holds a person's particulars, which are dropped on arrival and never written.</summary>
    public bool IsPersonal => Kind == IndicatorKind.Contact || (Kind == IndicatorKind.Header && Publication == PublicationClass.Never);

    /// <summary>The label between quotation marks, those in it turned into inner ones.</summary>
    public string Quoted => $"“{Label.Replace('“', '‘').Replace('”', '’')}”";

    /// <summary>Whether a return of the form carries a value of it.</summary>
    public bool IsReported => Kind is IndicatorKind.Count or IndicatorKind.Boolean or IndicatorKind.Text;
}

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

/// <summary>Who may ever see a figure of an indicator.</summary>
internal enum PublicationClass
{
    /// <summary>Anyone; figures of people still follow the rules of protection.</summary>
    Public,

    /// <summary>Anyone, but only through the rules of protection, and not finer than the indicator's finest level.</summary>
    Controlled,

    /// <summary>The office alone: self-assessments, unannounced inspections.</summary>
    Internal,

    /// <summary>Nobody outside: persons, telephones, reports received. Never on the site.</summary>
    Never,
}
