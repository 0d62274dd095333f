namespace Portal.Domain.Controls;

/// <summary>One thing that a compliance programme asks for: a row of its file in <c>Controls/Data</c>.</summary>
/// <param name="Id">Programme and requirement, <c>hipaa/164.312(b)</c>; where one requirement asks for several things, with a word behind it.</param>
/// <param name="Title">What is asked, in our words.</param>
/// <param name="Checks">What proves it on resolved templates, all of it; empty where no template can.</param>
/// <param name="People">What people must do: all of it where there is no check, the remainder where there is one.</param>
public sealed record Control(string Id, string Title, IReadOnlyList<string> Checks, string People)
{
    /// <summary>Whether only people can do it.</summary>
    public bool IsOrganisational => Checks.Count == 0;
}
