import { setPriority } from 'node:os'
import { openDatabase } from '@sepakat/db'
import { createLog } from '#http/log.ts'
import { ConfigError, readConfig } from './config.ts'
import { startWorker } from './jobs/startWorker.ts'
import { diskStore } from './storage/diskStore.ts'

/** Gives way to the API of the same machine, as the processes do in which files are made. */
const niceness = 10

/** A process that works jobs and answers no requests, for installations that keep the two apart (WORKER=0 on the API). */
const run = async (): Promise<void> => {
  setPriority(niceness)
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const db = openDatabase({ url: config.databaseUrl, max: 4 })
  const storage = await diskStore(config.filesDir)
  const worker = await startWorker({ db, config, storage, clock: () => new Date() }, log)
  log.info('working')
  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'stopping')
    await worker.stop()
    await db.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal))
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : ((error as Error).stack ?? error)}\n`)
  process.exitCode = 1
})
