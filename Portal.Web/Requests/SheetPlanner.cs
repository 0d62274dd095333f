using Portal.Domain;
using Portal.Domain.Planning.Document;
using Portal.Domain.Planning.Places;
using Portal.Domain.Requests;

namespace Portal.Web.Requests;

/// <summary>Domain's steps from text to plan, bound to this process's facts.</summary>
/// <param name="Read">Text to sheet, or every fault of it.</param>
/// <param name="Plan">Sheet and the address ranges it may use to the whole plan folder; pure.</param>
/// <param name="Design">The same without stacks, files and digest: for a form that is being typed.</param>
public sealed record SheetPlanner(Func<string, Result<RequestSheet>> Read, Func<RequestSheet, VpcAddresses, PlanFolder> Plan, Func<RequestSheet, VpcAddresses, Plan> Design);
