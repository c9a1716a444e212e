import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '../engine/refusal.ts'
import { prismaFolder, readMigrations } from './folder.ts'
import { type History, readHistory, refuseForeignHistory } from './history.ts'
import { filters, migrationsList, withEngine } from './schema-engine.ts'

/** How the database of this URL stands to the migrations folder. */
export async function migrationStatus(ownerUrl: string, folder = prismaFolder): Promise<History> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await readHistory(client, readMigrations(folder))
  } finally {
    await client.end()
  }
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
      return await withEngine(ownerUrl, folder, async engine => {
        const result = await engine.applyMigrations({ migrationsList: migrationsList(folder), filters })
        return result.appliedMigrationNames
      })
    } catch (error) {
      // P1002: another machine is migrating and holds the engine's lock
      if (codeOf(error) === 'P1002' && Date.now() < deadline) continue
      throw new Refusal(`Migrasi gagal (${codeOf(error)}): ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

/** Notes that a failed migration left nothing behind, so that its mended file may be applied. */
export async function markRolledBack(ownerUrl: string, migrationName: string, folder = prismaFolder): Promise<void> {
  await withEngine(ownerUrl, folder, engine => engine.markMigrationRolledBack({ migrationName }))
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '-'
}
