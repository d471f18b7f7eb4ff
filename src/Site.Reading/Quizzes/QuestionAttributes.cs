using Site.Model;

namespace Site.Reading;

/// <summary>What stands in the braces of a question's heading: <c>{#id .single topic=消防 level=1 law="消防法(2021)#5"}</c>.</summary>
/// <param name="Id">Unique in the quiz.</param>
/// <param name="Type">A word of <see cref="QuestionAttributesReader.Types"/>, or null where the writer leaves it to the answers.</param>
/// <param name="Score">The word after <c>score=</c>, or null.</param>
internal sealed record QuestionAttributes(string Id, string? Type, string? Topic, int Level, LawReference? Law, string? Score, DateOnly? ReviewBy);
