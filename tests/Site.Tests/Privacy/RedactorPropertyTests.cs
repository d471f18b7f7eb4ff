using FsCheck;
using FsCheck.Fluent;
using Site.Privacy.Recognition;

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
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var redacted = Redactor.Redact(text.Get);
            return redacted.Masked.IsEmpty == (redacted.Text == text.Get);
        }).AssertHolds(300);

    [Fact]
    public void The_quick_look_at_a_page_passes_over_no_identity_card_and_no_mobile() =>
        Prop.ForAll(
            (from before in PrivateNumbers.Around
             from number in Gen.OneOf(PrivateNumbers.IdentityCard, PrivateNumbers.Mobile)
             from disguise in PrivateNumbers.Disguise
             from after in PrivateNumbers.Around
             select $"安全生产月\n2026-06-16 {before}{disguise(number)}{after}").ToArbitrary(),
            text => NumberRecognizer.Find(text, TextContext.Source).IsEmpty || !Suspicions.In("content/news/a.md", text, 1).IsEmpty).AssertHolds(2000);

    [Fact]
    public void The_quick_look_passes_over_nothing_that_a_close_look_finds_in_digits_signs_and_words() =>
        Prop.ForAll(
            Gen.Elements("1", "3", "8", "0", "5", "2026", "06", "138", "0013", "8000", "电话", " ", "-", ".", "·", "\n", "１", "３", "八", "零", "一", "①", "\u200B", "（", "）", "）0", "年", "，", "转")
                .ListOf(14).Select(parts => string.Concat(parts)).ToArbitrary(),
            text => NumberRecognizer.Find(text, TextContext.Source).IsEmpty || !Suspicions.In("content/news/a.md", text, 1).IsEmpty).AssertHolds(3000);

    private static void NoneSurvives(Gen<string> numbers) =>
        Prop.ForAll(
            (from before in PrivateNumbers.Around
             from number in numbers
             from disguise in PrivateNumbers.Disguise
             from after in PrivateNumbers.Around
             select (Text: $"{before}{disguise(number)}{after}", Number: number, Around: before + after)).ToArbitrary(),
            made => !Digits(Redactor.Redact(made.Text).Text).Contains(made.Number[..^1], StringComparison.Ordinal)
                && Digits(Redactor.Redact(made.Text).Text).Length <= Digits(made.Around).Length).AssertHolds(2000);

    private static string Digits(string text) =>
        string.Concat(FoldedText.Of(text, Folding.Words).Text.Where(char.IsAsciiDigit));
}
