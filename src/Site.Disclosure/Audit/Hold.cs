namespace Site.Disclosure;

/// <summary>What may be decided about a cell.</summary>
internal enum Hold : byte
{
    /// <summary>It may be shown or withheld.</summary>
    Free,

    /// <summary>It has been shown, or is a zero: it is never withheld.</summary>
    Shown,

    /// <summary>It is withheld for good: by a rule, or because an earlier release withheld it.</summary>
    Withheld,

    /// <summary>It is printed nowhere, but is known as soon as all others in its one relation are: the increment between two releases.</summary>
    Derived,
}
