/** `npm run second-factor:reset -- NAME`: prints a code that takes a person's second factor away, once (decision 0063). */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { apiEnvironment } from './apiProcess.ts'
import { openDatabaseOf } from './openDatabaseOf.ts'
import { prepareCode } from './prepare.ts'
import { root } from './root.ts'
import { runTool } from './runTool.ts'
import { readSettings } from './settings.ts'

await runTool(async () => {
  const [name] = process.argv.slice(2)
  if (!name) throw new Refusal('Sebut NIP atau nama pengguna: npm run second-factor:reset -- NAMA')
  const settings = readSettings(process.env)
  const opened = await openDatabaseOf(settings)
  try {
    await prepareCode()
    const script = path.join(root, 'apps/api/src/secondFactorReset.ts')
    const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, name], {
      env: apiEnvironment(settings, opened.urls, '0'),
      stdio: 'inherit',
    })
    return status ?? 1
  } finally {
    await opened.close()
  }
})
