import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '@sepakat/db/engine/freePort.ts'
import { openServer } from '@sepakat/db/engine/server.ts'
import { prepareEmbedded } from '@sepakat/db/prepareDatabase.ts'
import { type ApiProcess, apiEnvironment, startApi, startServer, untilHealthy } from '../../apiProcess.ts'
import { readSettings } from '../../settings.ts'
import { execute } from '../../stages/execute.ts'

/** The running product over a region with two years of all its offices, its worker in a process of its own. */
export interface Year {
  origin: string
  api: ApiProcess
  worker: ApiProcess
  /** For programs over the same database and files. */
  env: NodeJS.ProcessEnv
  close: () => Promise<void>
}

/** @throws where the demo year is not filled in */
export const openYear = async (): Promise<Year> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-documents-'))
  const server = await openServer(folder)
  const running: ApiProcess[] = []
  const close = async () => {
    await Promise.all(running.map(process => process.stop()))
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await prepareEmbedded(server, 'demo')
    const urls = { ownerUrl: server.url('owner'), appUrl: server.url('app') }
    const settings = readSettings({ PORT: String(await freePort()), DATA_DIR: folder })
    const plain = { RATE_LIMIT: '0', SECOND_FACTOR: 'optional', LOG_LEVEL: 'error' }
    const env = { ...apiEnvironment(settings, urls), ...plain }
    const { code, said } = await execute(['apps/api/src/demoYear.ts', '--progress'], { env })
    if (code !== 0) throw new Error(`the demo year was not filled in: ${said}`)
    const api = startApi({ ...env, WORKER: '0' })
    running.push(api)
    await untilHealthy(api, settings)
    const worker = startServer('apps/api/src/worker.ts', env)
    running.push(worker)
    return { origin: settings.publicUrl, api, worker, env, close }
  } catch (error) {
    await close()
    throw error
  }
}
