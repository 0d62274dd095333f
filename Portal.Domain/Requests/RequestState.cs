namespace Portal.Domain.Requests;

/// <summary>Where a request stands on its way to a signature (contract, section 5).</summary>
public enum RequestState
{
    Draft,
    Submitted,
    Approved,
    Rejected,
    SentBack,
    Superseded,
}
