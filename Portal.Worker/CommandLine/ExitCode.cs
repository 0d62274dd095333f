namespace Portal.Worker.CommandLine;

/// <summary>What a command says to the shell (contract, section 4).</summary>
public static class ExitCode
{
    public const int Ok = 0;
    public const int Failed = 1;

    /// <summary>The sheet, or the command itself, is invalid: one line per fault on stderr as <c>path: message</c>.</summary>
    public const int Invalid = 2;

    /// <summary>The sheet is valid and cannot be met as asked.</summary>
    public const int Refused = 3;
}
