import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { apiEnvironment } from './apiProcess.ts'
import type { OpenedDatabase } from './openDatabaseOf.ts'
import { runProgram } from './runProgram.ts'
import type { Settings } from './settings.ts'

/** The exit code of the backup program when the backup is complete, but files were damaged before it. */
const madeWithoutSome = 3

/** The environment of the backup program. */
export const backupEnvironment = (settings: Settings, { urls }: OpenedDatabase): NodeJS.ProcessEnv => ({
  ...apiEnvironment(settings, urls),
  BACKUP_DIR: settings.backupDir,
})

/**
 * Keeps the data as they are before the migrations of a newer release change them: rolling back is restoring this backup with
 * the release before. Nothing is done where nothing waits, or nothing is there yet.
 * @throws Refusal where it cannot be made; nothing is migrated then
 */
export async function backUpBeforeUpgrade(settings: Settings, database: OpenedDatabase): Promise<void> {
  const waiting = await database.waiting()
  if (waiting.length === 0) return
  console.log(`Pembaruan basis data: ${waiting.join(', ')}`)
  if (!settings.backupBeforeUpgrade) return
  const code = await runProgram('apps/api/src/backup.ts', [], backupEnvironment(settings, database))
  if (code !== 0 && code !== madeWithoutSome)
    throw new Refusal(
      'Basis data belum diperbarui karena cadangan sebelum pembaruan tidak jadi dibuat; sebabnya tertulis di atas. Bila sudah ada cadangan lain, isi BACKUP_BEFORE_UPGRADE=0.',
    )
}
