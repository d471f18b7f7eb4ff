namespace Site.Model;

/// <summary>Which pages get a picture to show when they are shared; one takes about as long to make as a hundred pages.</summary>
public enum SharePictures
{
    /// <summary>All pages of a site of up to 500 of them; none of a larger one.</summary>
    Auto,

    /// <summary>All pages.</summary>
    All,

    /// <summary>No page.</summary>
    None,
}
