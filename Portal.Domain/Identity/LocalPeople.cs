namespace Portal.Domain.Identity;

/// <summary>The built-in people of <c>Authentication__Mode=local</c> (contract, section 7): one machine, no passwords.</summary>
public static class LocalPeople
{
    public static IReadOnlyList<Actor> All { get; } =
    [
        Person("requester", "Rosa Requester", Role.Requester, "storefront", "platform"),
        Person("requester2", "Ravi Requester", Role.Requester, "media"),
        Person("approver", "Ada Approver", Role.Approver),
        Person("approver2", "Anton Approver", Role.Approver),
        Person("finance", "Fatima Finance", Role.Finance),
        Person("operator", "Olga Operator", Role.Operator),
        Person("auditor", "Amir Auditor", Role.Auditor),
    ];

    public static Actor? Find(string userName) => All.FirstOrDefault(p => p.UserName == userName);

    private static Actor Person(string userName, string displayName, Role role, params string[] teams) => new()
    {
        UserName = userName,
        DisplayName = displayName,
        Roles = new HashSet<Role> { role },
        Teams = new HashSet<string>(teams, StringComparer.Ordinal),
    };
}
