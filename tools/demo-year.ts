/** `npm run demo:year`: the demo region with two years of all offices, ready when it ends; what is already there of it is kept. */
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { apiEnvironment } from './apiProcess.ts'
import { openDatabaseOf } from './openDatabaseOf.ts'
import { prepareCode } from './prepare.ts'
import { runProgram } from './runProgram.ts'
import { runTool } from './runTool.ts'
import { readSettings } from './settings.ts'

await runTool(async () => {
  const settings = readSettings(process.env)
  if (!settings.demo)
    throw new Refusal(
      'Tahun contoh hanya dimuat di basis data bawaan, tanpa DEMO=0, dan dengan PUBLIC_URL mesin ini sendiri.',
    )
  const database = await openDatabaseOf(settings)
  try {
    await prepareCode()
    await database.prepare('demo')
    const began = performance.now()
    const code = await runProgram('apps/api/src/demoYear.ts', ['--progress'], apiEnvironment(settings, database.urls))
    if (code === 0) console.log(`Tahun contoh lengkap (${Math.round((performance.now() - began) / 1000)} detik).`)
    return code
  } finally {
    await database.close()
  }
})
