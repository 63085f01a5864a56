import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { lockDirectory, type Release } from './directory-lock'
import { openPglite } from './open'

const release: Release[] = []
afterEach(() => {
  for (const undo of release.splice(0)) undo()
})

const directory = () => join(mkdtempSync(join(tmpdir(), 'lock-')), 'app')

/** A process that lives until it is told otherwise. */
function otherProcess() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  release.push(() => child.kill('SIGKILL'))
  return { pid: child.pid ?? 0, child }
}

test('is free again once released', async () => {
  const place = directory()
  const undo = await lockDirectory(place, 0)
  expect(readFileSync(`${place}.lock`, 'utf8')).toContain(String(process.pid))
  undo()
  expect(existsSync(`${place}.lock`)).toBe(false)
  release.push(await lockDirectory(place, 0))
})

test('names the process that holds it, and the fix', async () => {
  const place = directory()
  const { pid } = otherProcess()
  writeFileSync(`${place}.lock`, `${pid}\n\n`)
  await expect(lockDirectory(place, 0)).rejects.toThrow(
    new RegExp(`in use by process ${pid}.*kill ${pid}.*PGLITE_DIR.*DATABASE_URL`),
  )
})

test('waits for a process that is just ending', async () => {
  const place = directory()
  const { pid, child } = otherProcess()
  writeFileSync(`${place}.lock`, `${pid}\n\n`)
  setTimeout(() => child.kill('SIGKILL'), 150)
  release.push(await lockDirectory(place, 5_000))
  expect(readFileSync(`${place}.lock`, 'utf8')).toContain(String(process.pid))
})

test('takes over from a process that died without a word', async () => {
  const place = directory()
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(`${place}.lock`, `${pid}\n\n`)
  release.push(await lockDirectory(place, 0))
})

test.runIf(process.platform === 'linux')(
  'is not fooled by a number that is used again',
  async () => {
    const place = directory()
    const { pid } = otherProcess()
    writeFileSync(`${place}.lock`, `${pid}\nanother-boot:1\n`)
    release.push(await lockDirectory(place, 0))
  },
)

test('only one of many takers gets a dead process’s lock', async () => {
  const place = directory()
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(`${place}.lock`, `${pid}\n\n`)
  const taken = await Promise.allSettled(Array.from({ length: 5 }, () => lockDirectory(place, 0)))
  const held = taken.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  release.push(...held)
  expect(held).toHaveLength(1)
})

test('a database in a folder that does not exist yet is made, locked, kept and unlocked', async () => {
  const place = join(directory(), 'deeper', 'app')
  const first = await openPglite(place)
  await first.db.execute(`insert into users (id, is_guest) values ('a', false)`)
  expect(existsSync(`${place}.lock`)).toBe(true)
  await first.close()
  const second = await openPglite(place)
  const found = await second.db.query.users.findMany()
  await second.close()
  expect(found).toMatchObject([{ id: 'a', isGuest: false }])
  expect(existsSync(`${place}.lock`)).toBe(false)
})
