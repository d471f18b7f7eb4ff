namespace Site.Reading;

/// <summary>Fields of telephone numbers.</summary>
internal static class PhoneFields
{
    /// <returns>3 to 20 digits with hyphens, spaces, brackets or a plus perhaps, or null where the field is absent or (reported) none.</returns>
    public static string? Phone(this WrittenFields fields, string name)
    {
        if (fields.Find(name) is not { } node || fields.TextOf(name, node) is not { } number)
        {
            return null;
        }

        if (number.Length <= 30 && number.Count(char.IsAsciiDigit) is >= 3 and <= 20
            && number.All(c => char.IsAsciiDigit(c) || "-+ ()（）转".Contains(c)))
        {
            return number;
        }

        fields.WrongType(name, node, "一个电话号码", "只写数字和 “-”，一个字段一个号码。");
        return null;
    }
}
