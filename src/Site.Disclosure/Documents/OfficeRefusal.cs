using Site.Model;

namespace Site.Disclosure;

/// <summary>Why a document is not read at all; leaves it at its first fault, since nothing behind that can be trusted.</summary>
internal sealed class OfficeRefusal(string code, string what, string cure) : Exception(what)
{
    /// <returns>The same as a problem of a file.</returns>
    public Problem Of(string path) => Problem.Error(code, new(path), Message, cure);
}
