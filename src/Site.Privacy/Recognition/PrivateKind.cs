namespace Site.Privacy.Recognition;

/// <summary>The kind of a private value. Counts are shown in this order.</summary>
public enum PrivateKind
{
    /// <summary>A citizen's identity number (GB 11643): 18 characters, or 15 or 18 digits after the words for it.</summary>
    IdentityCard,

    /// <summary>A passport or travel permit number after the words for it.</summary>
    Passport,

    /// <summary>A mobile telephone number of mainland China: 11 digits.</summary>
    Mobile,

    /// <summary>A fixed telephone number, with its area code or after a word such as 电话.</summary>
    Landline,

    /// <summary>A bank card or account number.</summary>
    BankCard,

    /// <summary>The number plate of a vehicle.</summary>
    Plate,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>An account by which somebody can be written to: of WeChat, QQ, DingTalk, Telegram and the like.</summary>
    Messenger,

    /// <summary>The name of a person.</summary>
    Name,

    /// <summary>The part of an address that identifies one home.</summary>
    HouseNumber,
}

/// <summary>The words for kinds of private values.</summary>
public static class PrivateKinds
{
    /// <returns>The kind in Chinese, as editors read it: 身份证号.</returns>
    public static string Label(this PrivateKind kind) => kind switch
    {
        PrivateKind.IdentityCard => "身份证号",
        PrivateKind.Passport => "护照或通行证号",
        PrivateKind.Mobile => "手机号",
        PrivateKind.Landline => "固定电话",
        PrivateKind.BankCard => "银行卡号",
        PrivateKind.Plate => "车牌号",
        PrivateKind.Email => "电子邮箱",
        PrivateKind.Messenger => "微信、QQ 一类的账号",
        PrivateKind.Name => "姓名",
        _ => "门牌住址",
    };

    /// <returns>What was found, as editors read it: 钉钉号, where the service is known.</returns>
    internal static string Label(this PrivateMatch match) => match.Service ?? match.Kind.Label();

    /// <returns>The kind in a diagnostic's code: <c>identity-card</c>; both kinds of telephone are <c>phone</c>.</returns>
    public static string Code(this PrivateKind kind) => kind switch
    {
        PrivateKind.IdentityCard => "identity-card",
        PrivateKind.Passport => "passport",
        PrivateKind.Mobile or PrivateKind.Landline => "phone",
        PrivateKind.BankCard => "bank-card",
        PrivateKind.Plate => "plate",
        PrivateKind.Email => "email",
        PrivateKind.Messenger => "messenger",
        PrivateKind.Name => "name",
        _ => "door",
    };
}
