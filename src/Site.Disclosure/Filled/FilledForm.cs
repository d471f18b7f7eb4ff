using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>A filled-in form as it came, before any figure is read. Raw, so it never leaves this room.</summary>
/// <param name="Form">Which form it is.</param>
/// <param name="Unit">Who filled it in, as written; empty where it does not say.</param>
/// <param name="Day">The day as written; empty where it does not say.</param>
/// <param name="Correction">What stands in the field 更正, as written.</param>
/// <param name="Blanks">What is written in each blank but those of persons.</param>
/// <param name="Dropped">How many particulars of persons were dropped.</param>
internal sealed record FilledForm(
    Form Form, string Unit, string Day, string Correction, ImmutableArray<WrittenBlank> Blanks, int Dropped);
