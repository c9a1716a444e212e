import { setPriority } from 'node:os'
import { openDatabase } from '@sepakat/db'
import { tryLock } from '@sepakat/db/engine/lock.ts'
import { readConfig } from './config.ts'
import { fillYear } from './demo-year/fillYear.ts'

const elsewhere =
  'Basis data ini sudah berisi daerah lain, atau daerah contoh dari versi sebelumnya; tahun contoh tidak dimuat. Pakai DATA_DIR lain.\n'

/**
 * Fills in the demo year of this database, beside the running product or without it: 0 when it is complete, 1 when it is not. What
 * it acts as has the password of the demo, so it asks for no second factor.
 */
const run = async (): Promise<number> => {
  const quiet = { SECOND_FACTOR: 'optional', RATE_LIMIT: '0', SERVE_WEB: '0', LOG_LEVEL: 'silent' }
  const config = readConfig({ ...process.env, ...quiet })
  const shows = process.argv.includes('--progress')
  // behind the running product it gives way to those who use it
  if (!shows) setPriority(10)
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => (stopping = true))
  const lock = await tryLock(`demo year ${config.databaseUrl}`)
  if (!lock.held) {
    if (shows) process.stderr.write('Tahun contoh ini sedang diisi oleh proses lain.\n')
    return 1
  }
  const db = openDatabase({ url: config.databaseUrl, max: 6 })
  try {
    const told = (done: number, of: number) => {
      if (shows) process.stdout.write(`Data contoh: ${done} dari ${of} perangkat daerah\n`)
    }
    const end = await fillYear(db, config, { told, goesOn: () => !stopping })
    if (end === 'nothing' && shows) process.stderr.write(elsewhere)
    return end === 'complete' ? 0 : 1
  } finally {
    await db.close()
    await lock.release()
  }
}

run().then(
  code => process.exit(code),
  (error: Error) => {
    process.stderr.write(`Data contoh: ${error.message}\n`, () => process.exit(1))
  },
)
