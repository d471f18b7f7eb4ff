using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Site.Disclosure;

/// <summary>What is to be counted in files of quiz attempts. DuckDB counts, at the edge; what it answers is understood here alone.</summary>
/// <remarks>
/// The files may hold ten million rows with names and telephones in them: they are never loaded, five columns are read, and all that comes back
/// are numbers and age bands (src/node/README.md, <c>attempts</c>).
/// </remarks>
public sealed class AttemptQuestion
{
    internal AttemptQuestion(
        FrozenDictionary<string, int> quizWords, ImmutableArray<string> quizzes, AttemptAreas areas, ImmutableArray<DateOnly> weeks) =>
        (QuizWords, Quizzes, Areas, Weeks) = (quizWords, quizzes, areas, weeks);

    /// <summary>What an export may write for a quiz, its id or its title, each with the quiz's place.</summary>
    internal FrozenDictionary<string, int> QuizWords { get; }

    /// <summary>What readers see for each quiz, each once.</summary>
    internal ImmutableArray<string> Quizzes { get; }

    /// <summary>The areas.</summary>
    internal AttemptAreas Areas { get; }

    /// <summary>The last day of each release, the new one last, ascending.</summary>
    internal ImmutableArray<DateOnly> Weeks { get; }

    /// <returns>The question as the <c>attempts</c> job reads it.</returns>
    /// <param name="files">Absolute paths of .csv and .parquet files.</param>
    /// <param name="memory">How much memory DuckDB may take, as it writes it: <c>1GB</c>.</param>
    public byte[] ToJson(IEnumerable<string> files, string memory)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteTexts(json, "files", files);
            WriteWords(json, "quizzes", QuizWords);
            WriteWords(json, "areas", Areas.Words);
            WriteTexts(json, "cuts", Weeks.Select(week => week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            json.WriteStartArray("scores");
            foreach (var cut in ScoreBands.Cuts)
            {
                json.WriteNumberValue(cut);
            }

            json.WriteEndArray();
            json.WriteString("memory", memory);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteWords(Utf8JsonWriter json, string name, FrozenDictionary<string, int> words)
    {
        json.WriteStartObject(name);
        foreach (var (word, place) in words.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(word, place);
        }

        json.WriteEndObject();
    }
}
