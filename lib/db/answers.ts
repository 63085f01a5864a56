import 'server-only'
import { sql } from 'drizzle-orm'
import { describeError, log } from '@/lib/http/log'
import { db } from './client'

/** Whether the database answers a trivial question within two seconds. */
export async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const impatience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer')), 2_000)
  })
  try {
    await Promise.race([db().then((open) => open.execute(sql`select 1`)), impatience])
    return true
  } catch (error) {
    log('error', 'database_away', describeError(error))
    return false
  } finally {
    clearTimeout(timer)
  }
}
