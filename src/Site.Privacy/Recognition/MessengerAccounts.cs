using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Finds WeChat and QQ accounts after words for them, and internal WeChat ids anywhere.</summary>
/// <remarks>A WeChat account has 6 to 20 characters and begins with a letter, or is a telephone or QQ number; a public account (公众号) is public.</remarks>
internal static class MessengerAccounts
{
    private const string OfWeChat = "微信号";

    private const int LeastDigits = 5;

    /// <summary>Behind “Q：” alone a hotline of five digits is a question about it.</summary>
    private const int LeastAfterLetter = 6;

    private const string Filling = " \n:()[]“”\"'号码账帐为是群=名加/、,，";
    private static readonly string[] Words =
        ["微信", "微信id", "wechat id", "qq id", "薇信", "徽信", "微 信", "微 信 号", "wechat", "weixin", "vx", "wx", "v信", "v号", "加v", "加 v", "+v", "薇:", "加微", "v:", "v❤", "v♥", "薇❤", "薇♥", "微信搜", "微信搜索", "微信加", "微信联系", "微信添加", "绿泡泡", "加卫星", "卫星号", "威信", "wei信", "钉钉号", "钉钉账号", "钉钉", "飞书号", "飞书账号", "抖音号", "抖音id", "快手号", "快手id", "快手", "小红书号", "小红书id", "陌陌号", "闲鱼号", "支付宝账号", "支付宝账户", "支付宝号", "telegram", "tg:", "tg号", "whatsapp", "skype", "qq邮箱", "163邮箱", "126邮箱", "网易邮箱", "新浪邮箱", "qq", "q q", "扣扣", "抠抠", "球球", "q号", "加q", "q:", "企鹅号"];

    /// <summary>Words behind which a short number is a hotline to look for.</summary>
    private static readonly string[] Searches = ["微信搜", "微信搜索", "微信加", "微信联系", "微信添加"];

    /// <summary>How accounts are called, by the first letters of the word for them; what is not here is WeChat's.</summary>
    private static readonly (string Word, string Service)[] Services =
    [
        ("钉", "钉钉号"), ("飞书", "飞书号"), ("抖音", "抖音号"), ("快手", "快手号"), ("小红书", "小红书号"), ("陌陌", "陌陌号"), ("闲鱼", "闲鱼号"), ("支付宝", "支付宝账号"), ("telegram", "Telegram 账号"), ("tg", "Telegram 账号"),
        ("whatsapp", "WhatsApp 账号"), ("skype", "Skype 账号"), ("qq邮箱", "QQ 邮箱"), ("163邮箱", "网易邮箱"), ("126邮箱", "网易邮箱"), ("网易邮箱", "网易邮箱"), ("新浪邮箱", "新浪邮箱"),
        ("q", "QQ 号"), ("加q", "QQ 号"), ("扣", "QQ 号"), ("抠", "QQ 号"), ("球球", "QQ 号"), ("企鹅", "QQ 号"),
    ];

    private static readonly QuickWords Quick = new("薇❤", "薇♥", "薇:", "薇：", "加 v", "加 ｖ", "v❤", "v♥", "+v", "＋v", "＋ｖ", "+ｖ", "绿泡泡", "綠泡泡", "加卫星", "加衛星", "卫星号", "衛星號", "钉钉", "釘釘", "飞书号", "飛書號", "飞书账号", "抖音", "快手", "小红书", "小紅書", "陌陌号", "闲鱼号", "支付宝", "支付寶", "telegram", "tg:", "tg：", "tg号", "whatsapp", "skype", "163邮箱", "163郵箱", "126邮箱", "126郵箱", "网易邮箱", "新浪邮箱", "微信", "薇信", "徽信", "微 信", "qq", "q q", "ｑｑ", "wxid_", "wechat", "weixin", "威信", "wei信", "钉钉号", "釘釘號", "钉钉账号", "釘釘賬號", "釘釘帳號", "抠抠", "摳摳", "扣扣", "球球", "v信", "v号", "v號", "加v", "加微", "加q", "q号", "q號", "企鹅号", "vx", "ｖｘ", "wx:", "wx：", "v：", "q：", "q:", "ｑ：", "ｑ:");

    /// <returns>Whether a text as written may hold one; true in doubt.</returns>
    public static bool MayBeIn(string text) => Quick.AnyIn(text);

    public static IEnumerable<PrivateMatch> Find(FoldedText folded)
    {
        var text = folded.Text.ToLowerInvariant();
        for (var i = 0; i < text.Length; i++)
        {
            if (Han.HasAt(text, i, "wxid_"))
            {
                var idEnd = EndOfAccount(text, i);
                yield return folded.ToMatch(PrivateKind.Messenger, i, idEnd) with { Service = OfWeChat };
                i = idEnd - 1;
                continue;
            }

            var word = "微薇徽威wv加+q扣抠球企钉绿卫飞抖快小陌闲支ts1网新".Contains(text[i]) ? Han.LongestAt(text, i, Words) : 0;
            if (word == 0 || (char.IsAsciiLetter(text[i]) && i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '/' or '_' or '=' or '-' or '.')))
            {
                continue;
            }

            var start = StartOfAccount(text, i + word, out var isMarked);
            var end = EndOfAccount(text, start);
            if (IsAccount(text.AsSpan(start, end - start), isMarked || text[i + word - 1] == ':', (word == 2 && text[i + 1] == ':') || Searches.Contains(text.Substring(i, word)) ? LeastAfterLetter : LeastDigits) && !UnitSuffixes.OrCountsFollow(text, end))
            {
                yield return folded.ToMatch(PrivateKind.Messenger, start, end) with { Service = ServiceOf(text.AsSpan(i, word)) };
                i = end - 1;
            }
        }
    }

    private static string ServiceOf(ReadOnlySpan<char> word)
    {
        foreach (var (first, service) in Services)
        {
            if (word.StartsWith(first, StringComparison.Ordinal))
            {
                return service;
            }
        }

        return OfWeChat;
    }

    private static int StartOfAccount(string text, int at, out bool isMarked)
    {
        var start = at;
        while (start < text.Length && start - at < 8 && Filling.Contains(text[start]))
        {
            start++;
        }

        isMarked = text.AsSpan(at, start - at).IndexOfAny(":号为是") >= 0;
        return start;
    }

    private static int EndOfAccount(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 40 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' || IsBlankInNumber(text, start, end)))
        {
            end++;
        }

        return end;
    }

    private static bool IsBlankInNumber(string text, int start, int at) =>
        text[at] is ' ' or ',' or '/' or '、' or '.' && at > start && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
        && !text.AsSpan(start, at - start).ContainsAnyInRange('a', 'z');

    /// <param name="least">The fewest digits of an account that is a number.</param>
    private static bool IsAccount(ReadOnlySpan<char> account, bool isMarked, int least) =>
        account.Length > 0 && char.IsAsciiLetter(account[0])
            ? account.Length >= (isMarked ? 5 : 6) && (isMarked || account.ContainsAnyInRange('0', '9') || account.Contains('_'))
            : account.Length >= least;
}
