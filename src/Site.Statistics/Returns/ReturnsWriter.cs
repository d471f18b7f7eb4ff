using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Site.Core.Sources;

namespace Site.Statistics.Returns;

/// <summary>Writes returns as a long table: <c>form,unit,as_of,indicator,value</c>, and <c>correction</c> where one is.</summary>
internal static class ReturnsWriter
{
    /// <param name="returns">One or more, in the order to be written.</param>
    /// <param name="input">All files of <c>input/</c>: the new one gets a name that none of them has.</param>
    public static SourceFile Write(ImmutableArray<UnitReturn> returns, ImmutableArray<SourceFile> input)
    {
        var bytes = Bytes(returns);
        var taken = input.Select(file => file.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = Name(returns, bytes);
        var path = Enumerable.Range(1, int.MaxValue - 1)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"input/returns/{name}{(number == 1 ? "" : $"-{number}")}.csv"))
            .First(path => !taken.Contains(path));
        return new(path, bytes.Length, () => bytes);
    }

    private static byte[] Bytes(ImmutableArray<UnitReturn> returns)
    {
        var withCorrections = returns.Any(one => one.IsCorrection);
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new() { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            writer.WriteRecord([.. new[] { "form", "unit", "as_of", "indicator", "value" }, .. withCorrections ? ["correction"] : Array.Empty<string>()]);
            foreach (var one in returns)
            {
                var (day, correction) = (one.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), one.Correction.ToString(CultureInfo.InvariantCulture));
                foreach (var figure in one.Figures)
                {
                    writer.WriteField(one.Form);
                    writer.WriteField(one.Unit);
                    writer.WriteField(day);
                    writer.WriteField(figure.Indicator);
                    writer.WriteField(figure.Words ?? figure.Value?.ToString(CultureInfo.InvariantCulture) ?? "");
                    if (withCorrections)
                    {
                        writer.WriteField(correction);
                    }

                    writer.EndRecord();
                }
            }
        }

        return stream.ToArray();
    }

    /// <summary>The last day, and form and unit where there is one of each; otherwise a hash, so that the same import has the same name.</summary>
    private static string Name(ImmutableArray<UnitReturn> returns, byte[] bytes)
    {
        var day = returns.Max(one => one.AsOf).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return returns is [var only] && only.Unit.Length <= 40 && only.Unit.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? $"{day}-{only.Form}-{only.Unit}"
            : $"{day}-{Convert.ToHexStringLower(Sha256.HashData(bytes))[..8]}";
    }
}
