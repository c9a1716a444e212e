/** `npm run dev`: API with --watch on PORT, Vite's server on 5173 in front of it, embedded database. Open Vite's address. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { apiEnvironment } from './apiProcess.ts'
import { fillDemoYear } from './fillDemoYear.ts'
import { openDatabaseOf } from './openDatabaseOf.ts'
import { prepareCode } from './prepare.ts'
import { requirePort } from './requirePort.ts'
import { root } from './root.ts'
import { runTool } from './runTool.ts'
import { readSettings } from './settings.ts'

const webPort = 5173

await runTool(async () => {
  const settings = { ...readSettings(process.env), publicUrl: `http://127.0.0.1:${webPort}` }
  await requirePort(settings.host, settings.port)
  await requirePort('127.0.0.1', webPort)
  const database = await openDatabaseOf(settings)
  await prepareCode()
  await database.prepare(settings.demo ? 'demo' : 'reference')
  const api = ['--disable-warning=ExperimentalWarning', '--watch', '--watch-preserve-output', 'apps/api/src/server.ts']
  const web = ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', String(webPort), '--strictPort']
  const env = { ...apiEnvironment(settings, database.urls), NODE_ENV: 'development', SERVE_WEB: '0' }
  const children = [
    spawn(process.execPath, api, { cwd: root, env, stdio: 'inherit' }),
    spawn(process.execPath, web, {
      cwd: path.join(root, 'apps/web'),
      env: { ...process.env, API: `http://127.0.0.1:${settings.port}` },
      stdio: 'inherit',
    }),
  ]
  const stopped = new AbortController()
  const filled = settings.demo ? fillDemoYear(settings, database.urls, stopped.signal) : undefined
  await new Promise<void>(resolve => {
    for (const child of children) child.once('exit', () => resolve())
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
  stopped.abort()
  for (const child of children) child.kill('SIGTERM')
  await filled
  await database.close()
  return 0
})
