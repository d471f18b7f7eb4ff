namespace Site.Model.Privacy;

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
        PrivateKind.Messenger => "微信或 QQ 号",
        PrivateKind.Name => "姓名",
        _ => "门牌住址",
    };

    /// <returns>The kind in a problem's code: <c>identity-card</c>; both kinds of telephone are <c>phone</c>.</returns>
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
