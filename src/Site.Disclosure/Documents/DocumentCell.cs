namespace Site.Disclosure;

/// <summary>A cell of a Word table, or a paragraph outside tables, with its text as it reads when all changes are accepted.</summary>
/// <param name="Table">Number of the table in the document, from 1; 0 for a paragraph outside tables.</param>
/// <param name="Row">Row of the table, from 1; for a paragraph its number.</param>
/// <param name="Column">Cell of the row, from 1.</param>
/// <param name="Text">Paragraphs, parted by line feeds.</param>
/// <param name="IsContinued">Whether it is the lower part of a cell that spans several rows.</param>
internal sealed record DocumentCell(int Table, int Row, int Column, string Text, bool IsContinued)
{
    /// <summary>The text folded character by character: as long as the text itself.</summary>
    public string Folded { get; } = string.Create(Text.Length, Text, (span, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            span[i] = FormLetters.Fold(text[i]);
        }
    });

    /// <summary>Where it stands, in words: <c>第 1 个表格第 3 行</c>.</summary>
    public string Seen => Table == 0 ? $"正文第 {Row} 段" : $"第 {Table} 个表格第 {Row} 行";
}
