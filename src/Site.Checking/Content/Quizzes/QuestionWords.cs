using System.Globalization;
using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>A question as far as two are compared.</summary>
internal sealed class QuestionWords
{
    public QuestionWords(Question question)
    {
        Question = question;
        Text = FragmentWords.Fold(question.Text);
        Pairs = LikeTexts.PairsOf(Text);
        Pictures = string.Join('|', question.Stem.Holes.OfType<Hole.Image>().Select(image => image.Picture.Target));
        var choices = question.Choices.Select(choice => (choice.IsCorrect, Text: FragmentWords.Fold(FragmentWords.Of(choice.Text)))).ToArray();
        Options = [.. choices.Select(choice => choice.Text)];
        Wrong = [.. choices.Where(choice => !choice.IsCorrect).Select(choice => choice.Text)];
        Right = question.Answer switch
        {
            Answer.Blanks blanks => [.. blanks.Items.SelectMany(blank => blank.Answers).Select(FragmentWords.Fold)],
            Answer.Number number => [number.Value.ToString("0.############################", CultureInfo.InvariantCulture)],
            _ => [.. choices.Where(choice => choice.IsCorrect).Select(choice => choice.Text)],
        };
    }

    public Question Question { get; }

    public string Text { get; }

    /// <summary>Neighbouring characters, each pair once, rising.</summary>
    public int[] Pairs { get; }

    /// <summary>The pictures below the question: two signs make two questions.</summary>
    public string Pictures { get; }

    public HashSet<string> Options { get; }

    public HashSet<string> Right { get; }

    public HashSet<string> Wrong { get; }
}
