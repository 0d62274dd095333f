using Portal.BrowserTests;

[assembly: AssemblyFixture(typeof(Browser))]
[assembly: AssemblyFixture(typeof(RunningPortal))]
