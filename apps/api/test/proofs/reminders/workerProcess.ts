/** A worker as the product runs it, with the clock that its parent sends, to be killed at any moment. */
import { openDatabase } from '@sepakat/db'
import { readConfig } from '#config.ts'
import { createLog } from '#http/log.ts'
import { startWorker } from '#jobs/startWorker.ts'
import { diskStore } from '#storage/diskStore.ts'

let now = new Date(Number(process.env.CLOCK))
process.on('message', at => {
  now = new Date(Number(at))
})
process.on('disconnect', () => process.exit(0))
const config = readConfig(process.env)
const db = openDatabase({ url: config.databaseUrl, max: 4 })
const storage = await diskStore(config.filesDir)
await startWorker({ db, config, storage, clock: () => now }, createLog('error'), { pollSeconds: 0.5 })
process.send?.('working')
