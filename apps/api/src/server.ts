import { demoUsernames, openDatabase, reader } from '@sepakat/db'
import { createCredentials } from '#http/auth/credentials.ts'
import { ensureAdmin } from './boot/ensureAdmin.ts'
import { buildApp } from './buildApp.ts'
import { ConfigError, readConfig } from './config.ts'
import { warmQuarters } from './features/dashboards/warmQuarters.ts'
import { startWorker } from './jobs/startWorker.ts'
import { diskStore } from './storage/diskStore.ts'

/**
 * Gives back what only the start needed: some 50 MB of modules being read and compiled. It takes a tenth of a second, so it comes
 * before anybody is answered. Nothing happens where Node was started without `--expose-gc`.
 */
const releaseMemory = (): void => {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

/** The API process: reads its environment, listens, and on a signal finishes what is in flight before it ends. */
const run = async (): Promise<void> => {
  const config = readConfig(process.env)
  const db = openDatabase({ url: config.databaseUrl })
  const storage = await diskStore(config.filesDir)
  const ground = { db, config, storage, clock: () => new Date() }
  const app = await buildApp(ground)
  const worker = config.worker ? await startWorker(ground, app.log) : null
  if (!config.demo && (await demoUsernames(reader(db))).length > 0)
    process.stdout.write(
      'Akun contoh ada di basis data ini, tetapi tertutup: PUBLIC_URL bukan alamat mesin ini, atau DEMO=0.\n',
    )
  const wayIn = await ensureAdmin(ground, createCredentials(config), config.demo)
  if (wayIn !== null) process.stdout.write(`${wayIn}\n`)
  releaseMemory()
  await app.listen({ host: config.host, port: config.port })
  app.log.info({ host: config.host, port: config.port }, 'listening')
  const warming = warmQuarters(ground, app.log)
  const stop = async (signal: string): Promise<void> => {
    app.log.info({ signal }, 'stopping')
    await Promise.all([app.close(), warming.stop()])
    await worker?.stop()
    await db.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal))
}

run().catch((error: unknown) => {
  const said = error instanceof ConfigError ? error.message : ((error as Error).stack ?? error)
  // What was opened before it failed would keep the process.
  process.stderr.write(`${said}\n`, () => process.exit(1))
})
