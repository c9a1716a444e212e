/** A worker of its own that sends to this machine, which no process of the product does: a proof starts it and kills it. */
import { openDatabase } from '@sepakat/db'
import { createLog } from '#http/log.ts'
import { startWorker } from '#jobs/startWorker.ts'
import { diskStore } from '#storage/diskStore.ts'
import { readConfig } from '../config.ts'

const config = readConfig(process.env)
const db = openDatabase({ url: config.databaseUrl, max: 4 })
const storage = await diskStore(config.filesDir)
const ground = { db, config, storage, clock: () => new Date() }
await startWorker(ground, createLog(config.logLevel), { pollSeconds: 0.5, sending: 'loopback' })
process.stdout.write('working\n')
