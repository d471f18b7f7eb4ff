namespace Site.Disclosure;

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
