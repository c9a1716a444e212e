/** `npm run audit:verify [-- --anchor=N:HASH]`: the audit of `apps/api/src/audit.ts`, over the database and files of these settings. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { apiEnvironment } from './api-process.ts'
import { openDatabaseOf } from './database.ts'
import { prepareCode } from './prepare.ts'
import { root } from './root.ts'
import { runTool } from './run-tool.ts'
import { readSettings } from './settings.ts'

await runTool(async () => {
  await prepareCode()
  const settings = readSettings(process.env)
  const database = await openDatabaseOf(settings)
  try {
    const audit = path.join(root, 'apps/api/src/audit.ts')
    const args = ['--disable-warning=ExperimentalWarning', audit, ...process.argv.slice(2)]
    const env = apiEnvironment(settings, database.urls)
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', code => resolve(code ?? 1))
    })
  } finally {
    await database.close()
  }
})
