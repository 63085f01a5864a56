import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import { PrivyOnDemand } from '@/components/auth/privy-on-demand'
import { nonceHeader } from '@/lib/http/page-headers'
import { publicConfig } from '@/lib/public-config'
import './globals.css'

const name = 'Vis-à-Vis'
const title = 'Talk to an AI, face to face'
const description = 'Pick a persona, press one button and talk, face to face, in the browser.'

export const metadata: Metadata = {
  title: { default: `${title} · ${name}`, template: `%s · ${name}` },
  description,
  applicationName: name,
  openGraph: { type: 'website', siteName: name, title, description },
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = {
  viewportFit: 'cover',
  colorScheme: 'light dark',
  // --page of globals.css in both themes.
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f4f1' },
    { media: '(prefers-color-scheme: dark)', color: '#191714' },
  ],
}

export default async function RootLayout({ children }: LayoutProps<'/'>) {
  // Every page is rendered per request: a prebuilt one has no nonce and its scripts are blocked.
  await connection()
  const nonce = (await headers()).get(nonceHeader) ?? undefined
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <head>
        {/* styled-components 6 (inside Privy's SDK) reads its nonce here. */}
        {nonce ? <meta property="csp-nonce" content={nonce} /> : null}
      </head>
      <body>
        <a className="skip-link" href="#main">
          Skip to content
        </a>
        <PrivyOnDemand config={publicConfig()}>{children}</PrivyOnDemand>
      </body>
    </html>
  )
}
