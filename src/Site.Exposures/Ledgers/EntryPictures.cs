using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Exposures.Entries;

namespace Site.Exposures.Ledgers;

/// <summary>
/// The photographs of entries: how it was found, and how it is since it was put right. They lie in one folder beside the ledgers, and a row names
/// them. What rests on leads and what is about a private person shows none.
/// </summary>
internal static class EntryPictures
{
    /// <summary>Where they lie, from the site folder.</summary>
    public const string Folder = "input/exposures/pictures/";

    /// <summary>UTF-16 units of the longest words that stand for a picture.</summary>
    private const int LongestAlt = 120;

    private static readonly ImmutableArray<string> Endings = [".jpg", ".jpeg", ".png", ".webp"];

    /// <summary>The columns that name a picture, each with the column of the words that stand for it.</summary>
    public static ImmutableArray<(string Picture, string Alt)> Columns { get; } =
        [(ExposureColumns.Picture, ExposureColumns.PictureAlt), (ExposureColumns.PictureAfter, ExposureColumns.PictureAfterAlt)];

    /// <returns>The names of the files in the folder that a ledger may name.</returns>
    public static FrozenSet<string> NamesIn(IEnumerable<SourceFile> files) =>
        files.Select(file => file.Path).Where(IsIn).Select(path => path[Folder.Length..]).Where(IsName).ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Whether a file lies in the folder.</returns>
    public static bool IsIn(string path) => path.StartsWith(Folder, StringComparison.Ordinal);

    /// <param name="words">Gives what of a cell may be published; it reports what was taken out.</param>
    /// <returns>The picture of a row, or null where there is none, or, with a diagnostic, where it cannot be used.</returns>
    public static SafePicture? Read(ExposureRow row, (string Picture, string Alt) columns, ExposureContext context, Func<string, PublicText> words)
    {
        var name = row[columns.Picture];
        if (name.Length == 0)
        {
            if (row[columns.Alt].Length > 0)
            {
                context.Error(row, columns.Alt, "no-picture", $"写了“{columns.Alt}”，“{columns.Picture}” 却空着。", $"在“{columns.Picture}”写照片的文件名；没有照片的，把这一格清空。");
            }

            return null;
        }

        if (!IsName(name))
        {
            context.Error(row, columns.Picture, "wrong-picture", $"“{columns.Picture}” 不是可以用的照片文件名。",
                $"照片放在 {Folder}，只写文件名：小写英文字母、数字、连字符和下划线，以 {string.Join('、', Endings)} 结尾，如 2026-003-before.jpg。手机里的 HEIC 照片先另存为 JPG。");
            return null;
        }

        if (!context.Pictures.Contains(name))
        {
            context.Error(row, columns.Picture, "missing-picture", $"{Folder} 里没有“{columns.Picture}”写的照片。",
                NearestName.Find(name, context.Pictures.Order(StringComparer.Ordinal)) is { } near ? $"是不是 {near}？" : "把照片放进去，或者把这一格清空。");
            return null;
        }

        if (row[columns.Alt].Length == 0)
        {
            context.Error(row, columns.Alt, "no-alt", $"“{columns.Alt}” 空着，看不见照片的人不知道拍的是什么。", "用一句话写照片里看得到的事，如“安全出口的门上挂着锁，门前堆着纸箱”；不写人名和车牌。");
            return null;
        }

        if (row[columns.Alt].Length > LongestAlt)
        {
            context.Error(row, columns.Alt, "too-long", $"“{columns.Alt}” 超过了 {LongestAlt} 个字符。", "只写照片里看得到的事，一句话。");
            return null;
        }

        return new(Folder + name, words(columns.Alt).Text);
    }

    /// <returns>A warning at each file of the folder that no row names, or that no row can.</returns>
    public static IEnumerable<Diagnostic> FindUnused(IEnumerable<SourceFile> files, IEnumerable<ExposureRow> rows)
    {
        var named = rows.SelectMany(row => Columns.Select(columns => row[columns.Picture])).ToHashSet(StringComparer.Ordinal);
        return files.Where(file => IsIn(file.Path) && !named.Contains(file.Path[Folder.Length..])).Select(file => Diagnostic.Warning("exposure/unused-picture", new(file.Path),
            "没有一条台账用到这个文件，网站上不会有它。", $"在台账的 {ExposureColumns.Picture} 或 {ExposureColumns.PictureAfter} 列写上它的文件名；不用的删掉。"));
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(name[0]) && Endings.Any(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal)
            && name.AsSpan(0, name.Length - ending.Length).IndexOfAnyExcept(NameCharacters) < 0);

    private static readonly System.Buffers.SearchValues<char> NameCharacters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");
}
