namespace Site.Disclosure;

/// <summary>How many finished attempts of one sort there are. Raw, so it never leaves this room.</summary>
/// <param name="Quiz">Place of the quiz in <see cref="AttemptQuestion.Quizzes"/>.</param>
/// <param name="Area">Place of the area in <see cref="AttemptAreas"/>.</param>
/// <param name="AgeBand">The age band.</param>
/// <param name="ScoreBand">Place in <see cref="ScoreBands.Names"/>.</param>
/// <param name="Week">Place of the first day of <see cref="AttemptQuestion.Weeks"/> that is not before the attempt.</param>
/// <param name="Attempts">1 or more.</param>
internal sealed record AttemptCount(int Quiz, int Area, AgeBand AgeBand, int ScoreBand, int Week, long Attempts);
