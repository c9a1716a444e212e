import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@sepakat/db/engine/freePort.ts'
import { type TestDatabase, testDatabase } from '@sepakat/db/testing.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const server = path.join(import.meta.dirname, 'server.ts')
const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-server-'))
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.dispose()
  rmSync(folder, { recursive: true })
})

const listening = (server: Server) =>
  new Promise<number>(resolve => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
const start = (env: Record<string, string>) => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', server], {
    env: { PATH: process.env.PATH, DATA_DIR: folder, SERVE_WEB: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
  })
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  return { child, ended, said: () => said }
}
const untilReady = async (origin: string, child: ChildProcess): Promise<void> => {
  while (child.exitCode === null) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null)
    if (answer?.ok) return
    await sleep(50)
  }
}

describe('the server', () => {
  it('says everything that is wrong with its environment, and ends', async () => {
    const { ended, said } = start({ PORT: 'x' })
    expect(await ended).toBe(1)
    expect(said()).toContain('PORT')
    expect(said()).toContain('DATABASE_URL')
  })

  it('ends where somebody else listens already', async () => {
    const taken = createServer()
    const port = await listening(taken)
    const { ended, said } = start({ PORT: String(port), DATABASE_APP_URL: database.appUrl })
    expect(await ended).toBe(1)
    expect(said()).toContain('EADDRINUSE')
    taken.close()
  })

  it('finishes what is in flight before it ends', async () => {
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const slowHash = { ARGON_MEMORY: '65536', ARGON_TIME: '12' }
    const { child, ended, said } = start({ PORT: String(port), DATABASE_APP_URL: database.appUrl, ...slowHash })
    await untilReady(origin, child)
    const answer = fetch(`${origin}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ name: 'siapa', password: 'entah apa' }),
    })
    await sleep(60)
    child.kill('SIGTERM')
    expect((await answer).status).toBe(401)
    expect([await ended, said()]).toEqual([0, ''])
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow()
  })
})
