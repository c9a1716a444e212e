/** `npm run audit:verify [-- --anchor=N:HASH]`: the audit of `apps/api/src/audit.ts`, over the database and files of these settings. */
import { apiEnvironment } from './apiProcess.ts'
import { openDatabaseOf } from './openDatabaseOf.ts'
import { prepareCode } from './prepare.ts'
import { runProgram } from './runProgram.ts'
import { runTool } from './runTool.ts'
import { readSettings } from './settings.ts'

await runTool(async () => {
  await prepareCode()
  const settings = readSettings(process.env)
  const database = await openDatabaseOf(settings)
  try {
    return await runProgram('apps/api/src/audit.ts', process.argv.slice(2), apiEnvironment(settings, database.urls))
  } finally {
    await database.close()
  }
})
