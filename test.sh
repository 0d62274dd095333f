#!/usr/bin/env bash
# Installs what the tests need (Debian packages, NuGet), builds, runs every test, and ends with a line "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '\n== %s\n' "$*"; }

install() { # install PACKAGE: by Debian's package manager, when this user may
  local sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo -n"
  if command -v apt-get >/dev/null && $sudo true 2>/dev/null; then
    [ -n "${APT_UPDATED:-}" ] || { $sudo apt-get update -qq && APT_UPDATED=1; }
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null
  fi
}

say "What the tests need"
command -v dotnet >/dev/null || { echo "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download"; exit 1; }
command -v chromium >/dev/null || install chromium || echo "chromium could not be installed: the browser walks will be skipped"
ls -d /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install postgresql || echo "postgresql could not be installed: its tests will be skipped"
if command -v node >/dev/null && command -v npm >/dev/null; then
  [ tools/judges/node_modules/.package-lock.json -nt tools/judges/package-lock.json ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --prefix tools/judges \
    || echo "NOT HERE: cdk-nag and cfn-guard, which npm could not install. The tests that ask them are SKIPPED; no plan is judged on this machine."
else
  echo "NOT HERE: node and npm, and with them cdk-nag and cfn-guard. The tests that ask them are SKIPPED; no plan is judged on this machine."
fi
for judge in cfn-lint aws moto_server; do
  command -v "$judge" >/dev/null || echo "NOT HERE: $judge. The tests that ask it are SKIPPED; they are not proof of anything on this machine."
done

say "Build"
dotnet restore Portal.sln --locked-mode -v q || exit 1
dotnet build Portal.sln --no-restore -v q -nologo || exit 1

passed=0 failed=0 skipped=0
results=artifacts/tests
rm -rf "$results" && mkdir -p "$results"
for project in Portal.Tests Portal.BrowserTests; do
  say "$project"
  dotnet "$project/bin/Debug/net10.0/$project.dll" -noColor -xml "$results/$project.xml" 2>&1 | grep -vE '^ +(Discover(ing|ed)|Starting|Finished):'
  status=${PIPESTATUS[0]}
  counts=$(grep -o '<assembly [^>]*>' "$results/$project.xml" 2>/dev/null | head -n 1)
  count() { sed -nE "s/.* $1=\"([0-9]+)\".*/\1/p" <<<"$counts"; }
  if [ -z "$counts" ]; then
    echo "$project did not finish (exit $status)"
    failed=$((failed + 1))
    continue
  fi
  passed=$((passed + $(count passed))) skipped=$((skipped + $(count skipped)))
  failed=$((failed + $(count failed) + $(count errors)))
  [ "$status" = 0 ] || [ "$(count failed)$(count errors)" != 00 ] || failed=$((failed + 1))
done

echo
[ "$skipped" = 0 ] || echo "$skipped skipped, for the reasons above"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
