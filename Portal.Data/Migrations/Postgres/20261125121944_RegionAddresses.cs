using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RegionAddresses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_addresses_RequestId",
                table: "addresses");

            migrationBuilder.AddColumn<int>(
                name: "Ordinal",
                table: "addresses",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_addresses_RequestId_Ordinal",
                table: "addresses",
                columns: new[] { "RequestId", "Ordinal" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_addresses_RequestId_Ordinal",
                table: "addresses");

            migrationBuilder.DropColumn(
                name: "Ordinal",
                table: "addresses");

            migrationBuilder.CreateIndex(
                name: "IX_addresses_RequestId",
                table: "addresses",
                column: "RequestId",
                unique: true);
        }
    }
}
