import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { withClient } from '../engine/client.ts'
import { Refusal } from '../engine/Refusal.ts'
import { askSchemaEngine, EngineError } from './askSchemaEngine.ts'
import { prismaFolder, readMigrations } from './folder.ts'
import { type History, readHistory, refuseForeignHistory } from './history.ts'

/** How the database of this URL differs from the migrations folder. */
export function migrationStatus(ownerUrl: string, folder = prismaFolder): Promise<History> {
  return withClient(ownerUrl, client => readHistory(client, readMigrations(folder)))
}

/**
 * What is pending for data that are there: none where there is no database yet, or nothing in it.
 * @throws Refusal when history and folder disagree
 */
export async function waitingMigrations(ownerUrl: string): Promise<string[]> {
  const history = await migrationStatus(ownerUrl).catch((error: unknown) => {
    if (error instanceof pg.DatabaseError && error.code === '3D000') return null
    throw error
  })
  if (history === null || history.applied.length === 0) return []
  refuseForeignHistory(history)
  return history.pending
}

/**
 * Applies what is pending, as the owner, each migration in one transaction. Several machines may call it at once.
 * @returns names of the migrations applied by this call
 * @throws Refusal when history and folder disagree, or a migration fails (nothing of it stays)
 */
export async function migrate(ownerUrl: string, folder = prismaFolder): Promise<string[]> {
  const history = await migrationStatus(ownerUrl, folder)
  refuseForeignHistory(history)
  if (history.pending.length === 0) return []
  for (const deadline = Date.now() + 600_000; ; await sleep(500)) {
    try {
      return namesIn(await askSchemaEngine('apply', folder, ownerUrl))
    } catch (error) {
      if (!(error instanceof EngineError)) throw error
      // P1002: another machine is migrating and holds the engine's lock
      if (error.code !== 'P1002' || Date.now() > deadline)
        throw new Refusal(`Migrasi gagal (${error.code}): ${error.message}`)
    }
  }
}

const namesIn = (result: unknown): string[] => (Array.isArray(result) ? result.map(String) : [])

/** Notes that a failed migration left nothing behind, so that its mended file may be applied. */
export async function markRolledBack(ownerUrl: string, migrationName: string, folder = prismaFolder): Promise<void> {
  await askSchemaEngine('rolled-back', folder, ownerUrl, migrationName)
}
