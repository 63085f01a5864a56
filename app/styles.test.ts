import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const sheets = ['app', 'components']
  .flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name}`,
    ),
  )
  .filter((path) => path.endsWith('.css'))
  .map((path) => ({
    path,
    css: readFileSync(root + path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
  }))
const modules = sheets.filter(({ path }) => path !== 'app/globals.css')
const defined = new Set(sheets.flatMap(({ css }) => css.match(/--[\w-]+(?=:)/g) ?? []))
// Next sets these two on <html> (app/layout.tsx).
const fonts = ['--font-geist-sans', '--font-geist-mono']

describe.each(modules)('$path', ({ css }) => {
  it('takes every duration from a token, so that reduced motion stops it', () => {
    const written = css.match(/(?<![\w.-])[\d.]+m?s\b/g) ?? []
    expect(written.filter((duration) => Number.parseFloat(duration) > 0)).toEqual([])
  })

  it('uses only tokens that exist, or says what to use instead', () => {
    const used = [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name)
    expect(used.filter((name) => !defined.has(name) && !fonts.includes(name))).toEqual([])
  })
})
