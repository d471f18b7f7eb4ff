using FsCheck;
using FsCheck.Fluent;
using Site.Model.Privacy;

namespace Site.Tests;

public class RedactorPropertyTests
{
    [Fact]
    public void No_valid_identity_card_survives_in_any_surroundings() => NoneSurvives(PrivateNumbers.IdentityCard);

    [Fact]
    public void No_valid_mobile_survives_in_any_surroundings() => NoneSurvives(PrivateNumbers.Mobile);

    [Fact]
    public void No_valid_bank_card_survives_in_any_surroundings() => NoneSurvives(PrivateNumbers.BankCard);

    [Fact]
    public void A_text_is_changed_exactly_where_something_was_found() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
            {
                var redacted = Redactor.Redact(text.Get);
                return redacted.Masked.IsEmpty == (redacted.Text == text.Get);
            }));

    private static void NoneSurvives(Gen<string> numbers) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                (from before in PrivateNumbers.Around
                 from number in numbers
                 from disguise in PrivateNumbers.Disguise
                 from after in PrivateNumbers.Around
                 select (Text: $"{before}{disguise(number)}{after}", Number: number, Around: before + after)).ToArbitrary(),
                made => !Digits(Redactor.Redact(made.Text).Text).Contains(made.Number[..^1], StringComparison.Ordinal)
                    && Digits(Redactor.Redact(made.Text).Text).Length <= Digits(made.Around).Length));

    private static string Digits(string text) =>
        string.Concat(FoldedText.Of(text, Folding.Words).Text.Where(char.IsAsciiDigit));
}
