/** `npm run audit:verify [-- --anchor=N:HASH]`: the audit of `apps/api/src/audit.ts`, over the database and files of these settings. */
import { apiEnvironment } from './api-process.ts'
import { openDatabaseOf } from './open-database-of.ts'
import { prepareCode } from './prepare.ts'
import { runProgram } from './run-program.ts'
import { runTool } from './run-tool.ts'
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
