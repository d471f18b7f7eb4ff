namespace Site.Model.Privacy;

/// <summary>How much of a text's appearance is taken away before it is read.</summary>
public enum Folding
{
    /// <summary>Invisible characters are dropped: for words and names.</summary>
    Words,

    /// <summary>Invisible characters stay as one mark (U+200B): between digits they may join or part two numbers.</summary>
    Numbers,

    /// <summary>As for numbers, and Chinese numerals (一, 壹, 幺) and digits in circles count as digits.</summary>
    Numerals,
}
