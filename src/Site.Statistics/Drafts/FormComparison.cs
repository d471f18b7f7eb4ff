using System.Collections.Immutable;
using Site.Core.Text;
using Site.Statistics.Forms;
using Site.Statistics.Returns;

namespace Site.Statistics.Drafts;

/// <summary>A blank of a new form beside that of the form before it.</summary>
/// <param name="Found">The new one.</param>
/// <param name="Old">The same blank of the older form; null for a new one.</param>
/// <param name="Change">How they differ.</param>
internal sealed record ComparedBlank(FoundBlank Found, Indicator? Old, BlankChange Change);

/// <summary>How a blank differs from that of the form before it.</summary>
internal enum BlankChange
{
    /// <summary>Its sentence and unit are the same but for punctuation.</summary>
    None,

    /// <summary>The words before it and its unit are the same; its sentence is another.</summary>
    Sentence,

    /// <summary>The words before it are others, but alike: the office has to say whether it still means the same.</summary>
    Words,

    /// <summary>Nothing like it was in the older form.</summary>
    New,
}

/// <summary>A form as a document prints it, blank by blank beside the form of the year before.</summary>
/// <param name="Old">That form; null where none is like it.</param>
/// <param name="Blanks">In the order printed, header first.</param>
/// <param name="Vanished">Blanks of the older form that are nowhere in the new one.</param>
internal sealed record FormComparison(EmptyForm Form, Form? Old, ImmutableArray<ComparedBlank> Blanks, ImmutableArray<Indicator> Vanished)
{
    /// <summary>Share of the pairs of characters that two sentences must have in common to be taken for the same with other words.</summary>
    private const double Alike = 0.5;

    /// <summary>In how many characters behind its words a box or line must begin to belong to them.</summary>
    private const int Near = 12;

    public static FormComparison Of(EmptyForm form, Form? old)
    {
        var left = old?.Indicators.ToList() ?? [];
        var compared = new Dictionary<FoundBlank, ComparedBlank>(ReferenceEqualityComparer.Instance);
        var found = form.Header.Concat(form.Blanks).ToList();

        Match(BlankChange.None, blank => blank.Kind == IndicatorKind.Header ? [] : [blank.Key], indicator => indicator.Kind == IndicatorKind.Header ? [] : [KeyOf(indicator)]);
        Match(BlankChange.None, blank => blank.Kind is IndicatorKind.Header or IndicatorKind.Contact ? [FormFolding.Key(blank.Label)] : [], indicator => indicator.Kind is IndicatorKind.Header or IndicatorKind.Contact ? [FormFolding.Key(indicator.PrintedLabel)] : []);
        AddUnmarked(form, left, found, compared);
        Match(BlankChange.Sentence, blank => OwnWords(blank.Kind, blank.Context, blank.Blank, blank.Unit), indicator => OwnWords(indicator.Kind, indicator.Context, indicator.Blank, indicator.Unit));
        MatchAlike(left, found, compared);
        return new(form, old,
            [.. found.OrderBy(blank => blank.Kind == IndicatorKind.Header ? 0 : 1).ThenBy(blank => blank.Cell).ThenBy(blank => blank.End).Select(blank => compared.GetValueOrDefault(blank) ?? new(blank, null, BlankChange.New))],
            [.. left]);

        // What has the same key on both sides, and stands alone with it on both, is the same; of several with one key each takes the next in order.
        void Match(BlankChange change, Func<FoundBlank, IEnumerable<string>> keysOf, Func<Indicator, IEnumerable<string>> keysOfOld)
        {
            var byKey = left.SelectMany(indicator => keysOfOld(indicator).Select(key => (key, indicator))).ToLookup(entry => entry.key, entry => entry.indicator, StringComparer.Ordinal);
            var open = found.Where(blank => !compared.ContainsKey(blank)).ToList();
            var times = open.SelectMany(keysOf).CountBy(key => key).ToDictionary(StringComparer.Ordinal);
            foreach (var blank in open)
            {
                var same = keysOf(blank).Where(key => byKey[key].Count() == times[key]).Select(key => byKey[key].FirstOrDefault(left.Contains)).FirstOrDefault(indicator => indicator is not null);
                if (same is not null)
                {
                    left.Remove(same);
                    compared.Add(blank, new(blank, same, change));
                }
            }
        }
    }

    /// <returns>How many blanks stayed what they were, of all that either form has: 0 to 1.</returns>
    public double Share() =>
        Blanks.Count(blank => blank.Found.Kind != IndicatorKind.Header && blank.Change is BlankChange.None or BlankChange.Sentence) is var same && Old is not null
            ? same / (double)Math.Max(1, Math.Max(Form.Blanks.Length, Old.Indicators.Count(indicator => indicator.Kind != IndicatorKind.Header))) : 0;

    /// <returns>See <see cref="FoundBlank.Key"/>; what a form file quotes beyond the unit does not count.</returns>
    public static string KeyOf(Indicator indicator)
    {
        var (context, blank) = (indicator.Context, indicator.Blank);
        var end = blank is null || indicator.Kind != IndicatorKind.Count ? -1 : context.LastIndexOf(blank, StringComparison.Ordinal) + blank.Length;
        var unit = end < 0 ? -1 : context.IndexOf(indicator.PrintedUnit, end, StringComparison.Ordinal);
        return FoundBlank.KeyOf(indicator.Kind, unit >= 0 && context.AsSpan(end, unit - end).IsWhiteSpace() ? context[..(unit + indicator.PrintedUnit.Length)] : context, indicator.Unit);
    }

    /// <summary>The words between the blank before it and itself with its unit; with the words before that where they say little.</summary>
    private static IEnumerable<string> OwnWords(IndicatorKind kind, string context, string? blank, string unit)
    {
        var at = kind is not IndicatorKind.Count || blank is null ? -1 : context.LastIndexOf(blank, StringComparison.Ordinal);
        if (at < 0)
        {
            return [];
        }

        var parts = context[..at].Split(['（', '）', '(', ')', '〔', '〕', '_', '；', ';', '。'], StringSplitOptions.RemoveEmptyEntries).Select(FormFolding.Key).Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? [] : parts[^1].Length > 6 ? [$"{unit} {parts[^1]}"] : parts.Count > 1 ? [$"{unit} {parts[^2]} {parts[^1]}"] : [];
    }

    /// <summary>Blanks that the older form knows and a print shows no place for: boxes that a font has lost, units without brackets.</summary>
    private static void AddUnmarked(EmptyForm form, List<Indicator> left, List<FoundBlank> found, Dictionary<FoundBlank, ComparedBlank> compared)
    {
        foreach (var indicator in left.Where(indicator => indicator.Kind == IndicatorKind.Boolean || (indicator.Blank is null && indicator.Kind == IndicatorKind.Count)).ToList())
        {
            // The reader of forms refuses a context without words.
            var key = FormFolding.Key(indicator.Context);
            var place = Enumerable.Range(0, form.Cells.Length).Select(at => (At: at, Span: FoldedSearch.Find(form.Cells[at].Folded, 0, form.Cells[at].Folded.Length, key))).FirstOrDefault(entry => entry.Span is not null);
            if (place.Span is not { } span)
            {
                continue;
            }

            left.Remove(indicator);
            var tick = found.Find(blank => !compared.ContainsKey(blank) && blank.Kind == indicator.Kind && blank.Cell == place.At && blank.End >= span.End && blank.End <= span.End + Near);
            var blank = tick ?? new FoundBlank
            {
                Heading = found.Find(other => other.Cell == place.At)?.Heading ?? "",
                Requirement = found.Find(other => other.Cell == place.At)?.Requirement ?? "",
                Label = indicator.PrintedLabel,
                Context = indicator.Context,
                PrintedUnit = indicator.PrintedUnit,
                Kind = indicator.Kind,
                Cell = place.At,
                End = span.End,
                Note = "这里看不见空格，照去年的表认的",
            };
            if (tick is null)
            {
                found.Add(blank);
            }

            compared.Add(blank, new(blank, indicator, BlankChange.None));
        }
    }

    /// <summary>The rest, most alike first.</summary>
    private static void MatchAlike(List<Indicator> left, List<FoundBlank> found, Dictionary<FoundBlank, ComparedBlank> compared)
    {
        var old = left.Where(indicator => indicator.IsReported).Select(indicator => (Indicator: indicator, Pairs: Pairs(indicator.Context))).ToList();
        var pairs = found.Where(blank => !compared.ContainsKey(blank) && blank.Kind is not (IndicatorKind.Header or IndicatorKind.Contact))
            .Select(blank => (Blank: blank, Pairs: Pairs(blank.Context)))
            .SelectMany(one => old.Where(other => other.Indicator.Kind == one.Blank.Kind && FormFolding.Key(other.Indicator.Unit) == FormFolding.Key(one.Blank.Unit))
                .Select(other => (one.Blank, other.Indicator, Share: Share(one.Pairs, other.Pairs))))
            .Where(pair => pair.Share >= Alike).OrderByDescending(pair => pair.Share);
        foreach (var (blank, indicator, _) in pairs.ToList())
        {
            if (!compared.ContainsKey(blank) && left.Remove(indicator))
            {
                compared.Add(blank, new(blank, indicator, BlankChange.Words));
            }
        }
    }

    private static int[] Pairs(string text) => FormFolding.Key(text) is { Length: > 0 } key ? SimilarTexts.PairsOf(key) : [];

    private static double Share(int[] one, int[] other) => one.Intersect(other).Count() is var both && both > 0 ? (double)both / (one.Length + other.Length - both) : 0;
}
