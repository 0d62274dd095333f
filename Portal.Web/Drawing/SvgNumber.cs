using System.Globalization;

namespace Portal.Web.Drawing;

internal static class SvgNumber
{
    public static string Of(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
