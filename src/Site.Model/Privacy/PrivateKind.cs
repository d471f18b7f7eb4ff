namespace Site.Model.Privacy;

/// <summary>What kind of private value a piece of text is. The order is the one in which counts are shown.</summary>
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

    /// <summary>A WeChat or QQ account.</summary>
    Messenger,

    /// <summary>The name of a person.</summary>
    Name,

    /// <summary>The part of an address that leads to one door.</summary>
    Door,
}
