import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

test('no name of a secret and no stand-in is in what the browser gets', () => {
  const root = '.next/static'
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  )
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8')
    expect(text, file).not.toMatch(/[A-Z]_API_KEY|DATABASE_URL|local-anam-key|_sandbox|localhost:4/)
  }
})
