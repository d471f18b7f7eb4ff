namespace Site.Model.Privacy;

/// <summary>Area codes of fixed telephones.</summary>
internal static class AreaCodes
{
    /// <returns>How many of the first digits are an area code (3 or 4), the country's code 86 counted with it; 0 where there is none.</returns>
    public static int LengthAt(ReadOnlySpan<char> digits) => digits switch
    {
        ['0', '0', '8', '6', .. var rest] => Behind(4, LengthWithoutZero(rest)),
        ['8', '6', '0', .. var rest] => Behind(3, LengthWithoutZero(rest)),
        ['8', '6', .. var rest] => Behind(2, LengthWithoutZero(rest)),
        ['0', .. var rest] => Behind(1, LengthWithoutZero(rest)),
        _ => 0,
    };

    private static int Behind(int prefix, int area) => area == 0 ? 0 : prefix + area;

    private static int LengthWithoutZero(ReadOnlySpan<char> digits) => digits switch
    {
        ['1', '0', ..] or ['2', not '6', ..] => 2,
        [>= '3' and <= '9', _, _, ..] => 3,
        _ => 0,
    };
}
