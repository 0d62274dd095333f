using Portal.Tests.Databases;

[assembly: AssemblyFixture(typeof(PostgresShutdown))]
