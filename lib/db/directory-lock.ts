import 'server-only'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Undo handle of a held lock; safe to call twice. */
export type Release = () => void

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code

/**
 * Which process a pid is. After a restart of the machine or container the same number is soon
 * somebody else; Linux tells them apart by boot and start time. Undefined when it does not run.
 */
function processMark(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The name in parentheses may contain spaces; field 22, the start time, is the 20th after it.
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return undefined
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

function isHeld(content: string): boolean {
  const [first = '', mark = ''] = content.split('\n')
  const pid = Number(first)
  if (!Number.isInteger(pid) || pid < 1 || !runs(pid)) return false
  const now = processMark(pid)
  return !mark || now === undefined || now === mark
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Creates the lock together with its content, so nobody ever reads half a lock. */
function create(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, content)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Removes a dead process's lock, unless somebody replaced it in the meantime. */
function clear(file: string, stale: string) {
  const aside = `${file}.${process.pid}.stale`
  try {
    renameSync(file, aside)
    if (read(aside) !== stale) linkSync(aside, file)
  } catch {
    // Another process cleared it first.
  }
  rmSync(aside, { force: true })
}

/**
 * Takes the lock of a PGlite directory for this process. PGlite has none of its own, and two
 * processes on one directory silently lose rows.
 * Waits up to `patienceMs` for a process that is just ending, as a restarted dev server's
 * predecessor is; then throws an error that names the process and the fix.
 */
export async function lockDirectory(directory: string, patienceMs = 5_000): Promise<Release> {
  const file = `${directory.replace(/\/+$/, '')}.lock`
  const mine = `${process.pid}\n${processMark(process.pid) ?? ''}\n`
  const deadline = Date.now() + patienceMs
  while (!create(file, mine)) {
    const content = read(file)
    if (content === undefined) continue
    if (!isHeld(content)) clear(file, content)
    else if (Date.now() > deadline) {
      const pid = content.split('\n')[0]
      throw new Error(
        `The embedded database in ${directory} is in use by process ${pid}. ` +
          `Stop that process (kill ${pid}), or set PGLITE_DIR to another directory, or DATABASE_URL to a Postgres.`,
      )
    } else await sleep(100)
  }
  const release = () => {
    if (read(file) === mine) rmSync(file, { force: true })
    process.off('exit', release)
  }
  process.once('exit', release)
  return release
}
