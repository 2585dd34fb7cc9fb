#!/bin/sh
# As with-tools.sh, and installs the packages first in a checkout where nothing was run yet: with-packages.sh COMMAND ARGS…
cd "$(dirname "$0")/.." || exit 1
. ./scripts/env.sh || exit 1
if [ ! -e node_modules/.modules.yaml ]; then
  echo "clawlink: installing packages (once, about a minute)" >&2
  pnpm install --frozen-lockfile >&2 || exit 1
fi
exec "$@"
