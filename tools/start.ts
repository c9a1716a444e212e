/** `npm start`: everything of SEPAKAT on one port, from a checkout. */
import { watchServer } from '@sepakat/db/engine/watchServer.ts'
import { apiEnvironment, startApi, untilHealthy } from './apiProcess.ts'
import { backUpBeforeUpgrade } from './backUpBeforeUpgrade.ts'
import { refuseUnfinishedRestore, stopping, takeDataFolder } from './dataFolder.ts'
import { fillDemoYear } from './fillDemoYear.ts'
import { type OpenedDatabase, openDatabaseOf } from './openDatabaseOf.ts'
import { prepareCode, prepareWeb, webFolder } from './prepare.ts'
import { requirePort } from './requirePort.ts'
import { runTool } from './runTool.ts'
import { readSettings, type Settings } from './settings.ts'

async function start(): Promise<number> {
  const settings = readSettings(process.env)
  const asked = askedToStop()
  const lock = await takeDataFolder(settings)
  asked.then(() => lock.tell(stopping))
  refuseUnfinishedRestore(settings)
  await requirePort(settings.host, settings.port)
  const database = await openDatabaseOf(settings)
  try {
    if (database.server) console.log(`Basis data: PostgreSQL bawaan di ${database.server.footing.base}`)
    const signal = await Promise.race([asked, prepare(settings, database)])
    return signal ? 0 : await serve(settings, database, asked)
  } finally {
    await database.server?.stop()
  }
}

/** Settles with the signal that asks to stop; asked again, it only goes on stopping. */
const askedToStop = () =>
  new Promise<string>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
  })

async function prepare(settings: Settings, database: OpenedDatabase): Promise<undefined> {
  await prepareCode()
  await backUpBeforeUpgrade(settings, database)
  const [built] = await Promise.all([prepareWeb(), database.prepare(settings.demo ? 'demo' : 'reference')])
  if (built) console.log('Tampilan web: dibangun dari sumbernya')
}

/** Runs the API until it is asked to stop (0) or something of it dies (1). Nothing is restarted: what died is said. */
async function serve(settings: Settings, database: OpenedDatabase, asked: Promise<string>): Promise<number> {
  let died = (_what: string) => {}
  const death = new Promise<string>(resolve => {
    died = resolve
  })
  // a server of one's own may be restarted: the API waits for it
  const { server } = database
  const unwatch = server ? await watchServer(server, () => died('Basis data berhenti sendiri')) : async () => {}
  const api = startApi(apiEnvironment(settings, database.urls, webFolder))
  const stopped = new AbortController()
  api.gone.then(how => died(`API berhenti sendiri (${how})`))
  const ready = untilHealthy(api, settings).then(() => announce(settings))
  const filled = ready.then(() => (settings.demo ? fillDemoYear(settings, database.urls, stopped.signal) : undefined))
  filled.catch(() => {})
  try {
    const end = await Promise.race([asked.then(() => null), death, ready.then(() => new Promise<never>(() => {}))])
    if (end) console.error(`${end}. SEPAKAT dihentikan; jalankan kembali dengan: npm start`)
    return end ? 1 : 0
  } finally {
    stopped.abort()
    await Promise.all([api.stop(), filled.catch(() => {})])
    await unwatch()
  }
}

async function announce({ publicUrl, demo, demoIsOff }: Settings): Promise<void> {
  console.log(`\nSEPAKAT siap di ${publicUrl}`)
  if (demoIsOff) console.log(demoIsOff)
  if (demo) {
    const { demoAccounts, demoPassword } = await import('@sepakat/db/seed/demo.ts')
    const width = Math.max(...demoAccounts.map(account => account.username.length))
    console.log(`\nAkun demo (sandi: ${demoPassword}), hanya dari mesin ini:`)
    for (const { username, label } of demoAccounts) console.log(`  ${username.padEnd(width)}  ${label}`)
  }
  console.log('\nBerhenti: Ctrl-C')
}

await runTool(start)
