#!/usr/bin/env bash
# Measures how fast this code is on this machine: a table, and artifacts/bench.json. BRUTE_FORCE_SHEETS says how many sheets the search is checked on (default 2000).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build tools/Bench -c Release -v q -nologo
dotnet tools/Bench/bin/Release/net10.0/Bench.dll "${BRUTE_FORCE_SHEETS:-2000}" artifacts
