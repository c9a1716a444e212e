/** `npm run backup`: keeps database and files of these settings in one file of `BACKUP_DIR`, while the product runs or not. */
import { backupEnvironment } from './backUpBeforeUpgrade.ts'
import { keepDataFolder, refuseUnfinishedRestore } from './dataFolder.ts'
import { openDatabaseOf } from './openDatabaseOf.ts'
import { prepareCode } from './prepare.ts'
import { runProgram } from './runProgram.ts'
import { runTool } from './runTool.ts'
import { readSettings } from './settings.ts'

await runTool(async () => {
  const settings = readSettings(process.env)
  refuseUnfinishedRestore(settings)
  await keepDataFolder(settings, 'npm run backup')
  await prepareCode()
  const database = await openDatabaseOf(settings)
  try {
    return await runProgram('apps/api/src/backup.ts', [], backupEnvironment(settings, database))
  } finally {
    await database.close()
  }
})
