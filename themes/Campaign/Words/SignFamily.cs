namespace Site.Themes.Campaign.Words;

/// <summary>The four families of safety signs (GB 2894, ISO 3864-1): each has one shape and one color.</summary>
public enum SignFamily
{
    /// <summary>禁止: red ring with a bar.</summary>
    Prohibition,

    /// <summary>警告: yellow triangle.</summary>
    Warning,

    /// <summary>指令: blue disc.</summary>
    Mandatory,

    /// <summary>提示: green square.</summary>
    Safe,
}
