namespace Portal.Domain.Controls;

/// <summary>Collects what proves a check and what breaks it.</summary>
internal sealed class Verdict
{
    private readonly List<Evidence> proof = [];
    private readonly List<ControlFault> faults = [];
    private readonly List<string> remarks = [];
    private bool isPeoples;

    /// <summary>Asks each resource what is wrong with it; null is "nothing".</summary>
    public Verdict Judge(IEnumerable<ControlledResource> resources, Func<ControlledResource, string?> fault)
    {
        foreach (var resource in resources)
        {
            if (fault(resource) is { } why)
            {
                faults.Add(new ControlFault(resource.Evidence, why));
            }
            else
            {
                proof.Add(resource.Evidence);
            }
        }

        return this;
    }

    /// <summary>Says of each resource, or group of them, that it is neither proof nor fault, and why.</summary>
    public Verdict PassOver<T>(IEnumerable<T> passed, Func<T, string> remark)
    {
        remarks.AddRange(passed.Select(remark));
        return this;
    }

    /// <summary>Part of what is asked is done by people, whatever the rest proves.</summary>
    public Verdict LeaveToPeople(bool when, string what)
    {
        if (when)
        {
            remarks.Add(what);
            isPeoples = true;
        }

        return this;
    }

    /// <summary>Something has to be there and is not.</summary>
    public Verdict Missing(string why, bool when = true)
    {
        if (when)
        {
            faults.Add(new ControlFault(null, why));
        }

        return this;
    }

    /// <summary>Where nothing was there to judge, the control is broken: nothing proves it.</summary>
    public CheckOutcome OrMissing(string why) => proof.Count + faults.Count == 0 && !isPeoples ? Missing(why).Outcome : Outcome;

    /// <summary>Where nothing was there to judge, the question does not arise, and these resources show it; why, in a whole sentence for people, where that needs saying.</summary>
    public CheckOutcome OrProvenBy(IEnumerable<ControlledResource> absence, string? why = null)
    {
        if (proof.Count + faults.Count == 0 && !isPeoples)
        {
            proof.AddRange(absence.Select(resource => resource.Evidence));
            remarks.AddRange(why is null ? [] : [why]);
        }

        return OrMissing("nothing in the plan proves it");
    }

    private CheckOutcome Outcome => new([.. proof.Distinct()], [.. faults.Distinct()]) { Remarks = remarks, IsPeoples = isPeoples };
}
