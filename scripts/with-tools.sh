#!/bin/sh
# Runs one command with the project's own Node and pnpm first on PATH: with-tools.sh COMMAND ARGS…
cd "$(dirname "$0")/.." || exit 1
. ./scripts/env.sh || exit 1
exec "$@"
