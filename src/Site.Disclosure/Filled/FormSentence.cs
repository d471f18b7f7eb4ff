using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>A sentence of a form with its blanks: <c>开展集中学习（  ）场，参与（  ）人次</c>.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Blanks">In the order printed, one or more.</param>
/// <param name="Before">Key of what stands before the first blank; see <see cref="FormLetters.Key"/>.</param>
internal sealed record FormSentence(string Text, ImmutableArray<SentenceBlank> Blanks, string Before)
{
    /// <returns>The sentences of a form in the order printed. A blank whose context goes on from the one before stands in the same sentence.</returns>
    public static ImmutableArray<FormSentence> Of(Form form)
    {
        var sentences = ImmutableArray.CreateBuilder<FormSentence>();
        foreach (var section in form.Sections)
        {
            var chain = new List<Indicator>();
            foreach (var indicator in section.Indicators.Where(indicator => indicator.Kind is IndicatorKind.Count or IndicatorKind.Text))
            {
                if (chain.Count > 0 && !indicator.Context.StartsWith(chain[^1].Context, StringComparison.Ordinal))
                {
                    sentences.Add(Make(chain));
                    chain.Clear();
                }

                chain.Add(indicator);
            }

            if (chain.Count > 0)
            {
                sentences.Add(Make(chain));
            }
        }

        return sentences.DrainToImmutable();
    }

    /// <returns>The sentence as printed, with something else in the place of each blank and its brackets.</returns>
    public string With(Func<Indicator, string> fill)
    {
        var text = new System.Text.StringBuilder();
        var from = 0;
        foreach (var blank in Blanks)
        {
            text.Append(Text, from, blank.Start - from).Append(fill(blank.Indicator));
            from = blank.End;
        }

        return text.Append(Text, from, Text.Length - from).ToString();
    }

    private static FormSentence Make(List<Indicator> chain)
    {
        var text = chain[^1].Context;
        var starts = chain.Select(Start).ToArray();
        var ends = chain.Select((indicator, i) => starts[i] + (indicator.Blank?.Length ?? 0)).ToArray();
        var blanks = chain.Select((indicator, i) => new SentenceBlank(
            indicator,
            starts[i],
            ends[i],
            FormLetters.Key(indicator.Kind == IndicatorKind.Count ? indicator.PrintedUnit : ""),
            FormLetters.Key(text[ends[i]..(i + 1 < starts.Length ? starts[i + 1] : text.Length)])));
        return new(text, [.. blanks], FormLetters.Key(text[..starts[0]]));
    }

    private static int Start(Indicator indicator) => indicator.Blank is { } blank
        ? indicator.Context.LastIndexOf(blank, StringComparison.Ordinal)
        : indicator.Context.Length - indicator.PrintedUnit.Length;
}

/// <summary>A blank of a sentence.</summary>
/// <param name="Start">Where its brackets begin in the text of the sentence.</param>
/// <param name="End">Just past its brackets.</param>
/// <param name="Unit">Key of its unit, empty for words.</param>
/// <param name="After">Key of all that stands between it and the next blank, its unit first; or up to the sentence's end.</param>
internal sealed record SentenceBlank(Indicator Indicator, int Start, int End, string Unit, string After);
