/** `npm run db:seed`: accounts, migrations, reference data and, on the embedded server unless DEMO=0, the demo region. */
import { openDatabaseOf } from './openDatabaseOf.ts'
import { prepareCode } from './prepare.ts'
import { runTool } from './runTool.ts'
import { readSettings } from './settings.ts'

await runTool(async () => {
  const settings = readSettings(process.env)
  const load = settings.demo ? 'demo' : 'reference'
  const database = await openDatabaseOf(settings)
  try {
    await prepareCode()
    await database.prepare(load)
    console.log(`Data siap: ${load === 'demo' ? 'data acuan dan daerah demo' : 'data acuan'}.`)
    return 0
  } finally {
    await database.close()
  }
})
