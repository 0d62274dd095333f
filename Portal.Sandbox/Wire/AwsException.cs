namespace Portal.Sandbox.Wire;

/// <summary>An answer of AWS that is a refusal: the code and text that clients switch on, with its HTTP status.</summary>
public sealed class AwsException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;
    public string Code { get; } = code;

    public static AwsException Validation(string message) => new(400, "ValidationError", message);
}
