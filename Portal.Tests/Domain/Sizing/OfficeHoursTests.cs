using Portal.Domain.Facts;
using Portal.Domain.Planning.Composing;
using Portal.Domain.Requests;
using Portal.Domain.Sizing;

namespace Portal.Tests.Domain.Sizing;

/// <summary>When things start and stop by local time, told to AWS by the clock or in UTC.</summary>
public sealed class OfficeHoursTests
{
    private static readonly string[] Week = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    [Theory]
    [InlineData("mon-fri", "08:00", "45 7 * * 1,2,3,4,5", "15 7 ? * MON,TUE,WED,THU,FRI *", "0 18 ? * MON,TUE,WED,THU,FRI *")]
    [InlineData("mon-fri", "00:30", "15 0 * * 1,2,3,4,5", "45 23 ? * SUN,MON,TUE,WED,THU *", "0 18 ? * MON,TUE,WED,THU,FRI *")]
    [InlineData("sun", "00:00", "45 23 * * 6", "15 23 ? * SAT *", "0 18 ? * SUN *")]
    [InlineData("sat-mon", "09:05", "50 8 * * 0,1,6", "20 8 ? * SUN,MON,SAT *", "0 18 ? * SUN,MON,SAT *")]
    public void Start_IsBeforeOpening_OnTheDayBeforeIfNeedBe(string days, string from, string servers, string database, string stop)
    {
        var hours = new OfficeHours(new BusinessHours(days, TimeOnly.Parse(from, null), new TimeOnly(18, 0), "Europe/Berlin"));

        Assert.Equal((servers, database, stop), (hours.ServersStart, hours.DatabaseStarts, hours.DatabaseStops));
    }

    [Theory]
    [InlineData("Europe/Berlin", "08:00", "07:00-07:30", "mon:07:30-mon:08:00")]
    [InlineData("Asia/Tokyo", "07:00", "22:00-22:30", "sun:22:30-sun:23:00")]
    [InlineData("Asia/Tokyo", "08:45", "23:45-00:15", "mon:00:15-mon:00:45")]
    [InlineData("America/Los_Angeles", "17:00", "01:00-01:30", "tue:01:30-tue:02:00")]
    public void Windows_AreThoseOfTheFirstHour_InUtc(string zone, string from, string backup, string maintenance)
    {
        var open = TimeOnly.Parse(from, null);
        var windows = new DatabaseWindows(new BusinessHours("mon-fri", open, open.AddHours(3), zone));

        Assert.Equal((backup, maintenance), (windows.Backup, windows.Maintenance));
    }

    /// <summary>The shortest day that a sheet may ask for (<c>budget.officeHoursOnly</c>).</summary>
    [Fact]
    public void Windows_LieInTheShortestDay_OfEveryZone_InSummerAndWinter() => Assert.All(TimeZoneFacts.MinutesEast, zone =>
    {
        for (var from = 0; from + 180 < 1440; from += 45)
        {
            var open = new BusinessHours("mon-fri", new TimeOnly(from / 60, from % 60), new TimeOnly((from + 180) / 60, (from + 180) % 60), zone.Key);
            var windows = new DatabaseWindows(open);
            foreach (var east in new[] { zone.Value.Least, zone.Value.Most })
            {
                var maintenance = windows.Maintenance.Split('-');

                Assert.All(windows.Backup.Split('-').Concat(maintenance.Select(moment => moment[4..])), time => Assert.InRange(Local(time, east), from, from + 180));
                Assert.Equal(["mon", "mon"], maintenance.Select(moment => Day(moment, east)));
                Assert.Equal(windows.Backup[6..], maintenance[0][4..]);
            }
        }
    });

    [Theory]
    [InlineData("Europe/Berlin", 60, 120)]
    [InlineData("America/New_York", -300, -240)]
    [InlineData("Asia/Kolkata", 330, 330)]
    [InlineData("Australia/Lord_Howe", 630, 660)]
    [InlineData("Etc/UTC", 0, 0)]
    public void TimeZone_KnowsBothItsClocks(string name, int least, int most)
    {
        Assert.Equal((least, most), TimeZoneFacts.MinutesEast[name]);
        Assert.Equal(597, TimeZoneFacts.MinutesEast.Count);
    }

    private static int Local(string time, int east) => (Minutes(time) + east + 1440) % 1440;

    private static string Day(string moment, int east) => Week[(Array.IndexOf(Week, moment[..3]) + (int)Math.Floor((Minutes(moment[4..]) + east) / 1440m) + 7) % 7];

    private static int Minutes(string time) => (60 * int.Parse(time[..2], null)) + int.Parse(time[3..], null);
}
