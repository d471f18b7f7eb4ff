using System.Text;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Banks;
using Site.Core.Diagnostics;

namespace Site.Tests;

/// <summary>Takes in a bank that is called <c>bank.txt</c>, as a quiz called <c>bank</c> of the site https://example.gov.cn/.</summary>
internal static class BankSample
{
    public static Result<Bank> Read(string format, byte[] bytes) =>
        BankReader.Read(format, new("bank.txt", bytes.Length, () => bytes), "bank", new("https://example.gov.cn/"), (_, _) => true);

    public static Result<Bank> Read(string format, string text) => Read(format, Encoding.UTF8.GetBytes(text));

    /// <returns>The questions as Markdown, without front matter, trimmed. Fails where the bank is wrong, and where our own reader would not take the result.</returns>
    public static string Markdown(string format, string text) => Markdown(Read(format, text));

    public static string Markdown(Result<Bank> read)
    {
        Assert.Equal("", string.Join('\n', read.Diagnostics));
        var markdown = QuizMarkdownWriter.Write(read.Value, "bank");
        var body = markdown[(markdown.IndexOf("\n---\n", 4, StringComparison.Ordinal) + 5)..];
        var again = QuizReader.Read("bank.md", body, 1, [.. read.Value.Questions.Select(question => question.Topic).OfType<string>().Distinct()]);
        Assert.Equal("", string.Join('\n', again.Body.Diagnostics.Where(diagnostic => diagnostic.Code is not ("quiz/no-explanation" or "picture/no-alt"))));
        Assert.Equal(read.Value.Questions.Length, again.Questions.Length);
        return body.Trim();
    }

    /// <returns>All that was lost or changed, a line each.</returns>
    public static string Changes(string format, string text) => Changes(Read(format, text));

    public static string Changes(Result<Bank> read) => string.Join('\n', read.Value.Changes.Select(change => $"{change.Location.Line}: {change.Message}"));

    /// <returns>All that is wrong, each as line, column and code.</returns>
    public static string Diagnostics(string format, string text) => Diagnostics(Read(format, text));

    public static string Diagnostics(Result<Bank> read) =>
        string.Join('\n', read.Diagnostics.Select(diagnostic => $"{diagnostic.Location.Line}:{diagnostic.Location.Column} {diagnostic.Code}"));
}
