import { resolve } from "node:path";
import type { NextConfig } from "next";

const root = resolve(import.meta.dirname, "../..");

const config: NextConfig = {
  outputFileTracingRoot: root,
  turbopack: { root },
  transpilePackages: [
    "@clawlink/catalog",
    "@clawlink/contract",
    "@clawlink/db",
    "@clawlink/services",
    "@clawlink/vault",
  ],
  typescript: { ignoreBuildErrors: true },
  // Bundled with the pages it comes five times, once for each kind of page: 600 KB (gzip) of the upload.
  serverExternalPackages: ["better-auth", "@better-auth/core"],
  poweredByHeader: false,
  // Addresses that skills, plugins and documentation in the field send people to, and ours for the same.
  redirects: async () => [
    {
      source: "/dashboard/settings",
      has: [{ type: "query", key: "tab", value: "api" }],
      destination: "/dashboard/devices",
      permanent: false,
    },
    { source: "/verify", destination: "/#promises", permanent: false },
  ],
  reactStrictMode: true,
  images: { unoptimized: true },
  experimental: { optimizePackageImports: ["@mantine/core", "@mantine/hooks"] },
};

export default config;
