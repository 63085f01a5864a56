import type { NextConfig } from 'next'
import { dataHeaders, securityHeaders } from './lib/http/security-headers'

const config: NextConfig = {
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  agentRules: false,
  // PGlite locates its WASM beside its own file, which bundling would move.
  serverExternalPackages: ['@electric-sql/pglite'],
  // On Vercel the database is DATABASE_URL; embedded Postgres would add 20 MB to every function.
  ...(process.env.VERCEL && {
    outputFileTracingExcludes: { '/*': ['node_modules/@electric-sql/**', 'sandbox/**'] },
  }),
  // The policy of pages has a nonce and comes from proxy.ts.
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    { source: '/(api|avatars|voices)/:path*', headers: dataHeaders },
  ],
  turbopack: {
    resolveAlias: {
      // Wallets are off (components/auth). These two would add 146 kB gzip to the sign-in code,
      '@walletconnect/ethereum-provider': './stubs/walletconnect.js',
      '@walletconnect/universal-provider': './stubs/walletconnect.js',
      // these two 150 kB to all chunks together, and time to every first `next dev`,
      '@base-org/account': './stubs/empty.cjs',
      '@coinbase/wallet-sdk': './stubs/empty.cjs',
      // and these are optional peers of Privy's that its lazy wallet code names all the same.
      '@solana/kit': './stubs/empty.cjs',
      '@solana-program/memo': './stubs/empty.cjs',
      '@solana-program/system': './stubs/empty.cjs',
      '@solana-program/token': './stubs/empty.cjs',
    },
  },
}

export default config
