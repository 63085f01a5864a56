'use client'

import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import { FailedPage, type FailedPageProps } from '@/components/shell/failed-page'
import './globals.css'

/** Stands in for the root layout when that one failed. */
export default function GlobalError(props: FailedPageProps) {
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body>
        <title>This page could not be shown · Vis-à-Vis</title>
        <FailedPage {...props} />
      </body>
    </html>
  )
}
