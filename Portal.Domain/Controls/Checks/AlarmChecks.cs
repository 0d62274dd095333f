namespace Portal.Domain.Controls.Checks;

/// <summary>Trouble reaches people.</summary>
internal static class AlarmChecks
{
    /// <summary>Load balancers, fleets and databases are watched, and every alarm does something.</summary>
    public static CheckOutcome Watched(Inventory inventory)
    {
        var alarms = inventory.OfType("AWS::CloudWatch::Alarm").ToList();
        return new Verdict()
            .Judge(inventory.OfType("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"), alarm => alarm["AlarmActions"].Items.Count > 0 && !alarm["ActionsEnabled"].IsFalse ? null : "an alarm tells nobody")
            .Judge([.. LoadBalancers.All(inventory), .. inventory.Fleets, .. StoredData.Databases(inventory)], resource => alarms.Exists(alarm => alarm["Dimensions"].Reaches(resource)) ? null : "no alarm watches it")
            .OrMissing("there is no alarm");
    }
}
