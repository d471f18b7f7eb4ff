namespace Site.Model;

/// <summary>Where a question counts in a <see cref="DrawPlan"/>.</summary>
/// <param name="Row">Its topic's row, from 0.</param>
/// <param name="Column">Its level's column, from 0.</param>
/// <param name="Group">The group of questions that exclude each other, from 0, or −1.</param>
public sealed record DrawPlace(int Row, int Column, int Group);
