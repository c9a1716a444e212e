/** `npm run demo:remove`: takes the way in from every demo account; what they did stays in history. */
import { openDatabaseOf } from './openDatabaseOf.ts'
import { prepareCode } from './prepare.ts'
import { runTool } from './runTool.ts'
import { readSettings } from './settings.ts'

await runTool(async () => {
  const opened = await openDatabaseOf(readSettings(process.env))
  try {
    await prepareCode()
    const [{ openDatabase }, { disableDemo }] = await Promise.all([
      import('@sepakat/db'),
      import('@sepakat/db/seed/index.ts'),
    ])
    const db = openDatabase({ url: opened.urls.appUrl, max: 1 })
    try {
      console.log(`${await disableDemo(db, new Date())} akun demo dinonaktifkan.`)
    } finally {
      await db.close()
    }
    return 0
  } finally {
    await opened.close()
  }
})
