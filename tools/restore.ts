/**
 * `npm run restore -- FILE`: puts a backup into the empty place of these settings and audits it. With `--no-upgrade` it stays as
 * the release that made it knows it, for going back to that release.
 * `npm run restore -- --drill [FILE]`: the same into a place that is thrown away, to prove that the backup (the newest of
 * `BACKUP_DIR` unless said) is whole; the day is noted with the installation.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { noteBackupRuns } from '@sepakat/db/backup/backupRuns.ts'
import { isEmptyDatabase } from '@sepakat/db/backup/fillTables.ts'
import { buildDatabase } from '@sepakat/db/engine/buildDatabase.ts'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { database as databaseName } from '@sepakat/db/engine/server.ts'
import { apiEnvironment } from './apiProcess.ts'
import { beginRestoreInto, endRestoreInto, takeDataFolder } from './dataFolder.ts'
import { type OpenedDatabase, openDatabaseOf } from './openDatabaseOf.ts'
import { prepareCode } from './prepare.ts'
import { runProgram } from './runProgram.ts'
import { runTool } from './runTool.ts'
import { readSettings, type Settings } from './settings.ts'

const usage =
  'Cara pakai: npm run restore -- [--no-upgrade] BERKAS, atau npm run restore -- --drill [BERKAS]; keduanya boleh dengan --anchor=NOMOR:SIDIK'
/** How the restore program ends where the backup itself is not whole. */
const damagedBackup = 4

interface Ask {
  file: string
  /** A seal noted outside, which the audit is given. */
  anchor: string | undefined
  /** Leaves the tables as the release that made the backup knows them. */
  noUpgrade: boolean
}

function readArguments() {
  const boolean = { type: 'boolean', default: false } as const
  const options = { drill: boolean, 'no-upgrade': boolean, anchor: { type: 'string' } } as const
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch {
    throw new Refusal(usage)
  }
}

/** Gives the exit code of the restore program; an embedded database is there only where that is 0. */
async function put(settings: Settings, { server, urls }: OpenedDatabase, { file, noUpgrade }: Ask): Promise<number> {
  const args = noUpgrade ? ['--no-upgrade', file] : [file]
  let code = 0
  const run = async (own: OpenedDatabase['urls']) => {
    code = await runProgram('apps/api/src/restore.ts', args, apiEnvironment(settings, own))
    if (code !== 0) throw new Refusal('Tidak ada yang dipulihkan; sebabnya tertulis di atas.')
  }
  const build = (name: string) => run({ ownerUrl: server!.url('owner', name), appUrl: server!.url('app', name) })
  try {
    if (server) await buildDatabase(server.url('superuser', 'postgres'), databaseName, build)
    else await run(urls)
  } catch (error) {
    if (code === 0) throw error
    console.error((error as Refusal).message)
  }
  return code
}

const audit = (settings: Settings, { urls }: OpenedDatabase, { anchor }: Ask): Promise<number> => {
  const args = anchor === undefined ? [] : [`--anchor=${anchor}`]
  return runProgram('apps/api/src/audit.ts', args, apiEnvironment(settings, urls))
}

async function restore(settings: Settings, ask: Ask): Promise<number> {
  await takeDataFolder(settings)
  const { dataDir, databaseUrl, directUrl } = settings
  const isFirstTry = beginRestoreInto(dataDir, process.env.FILES_DIR)
  if (isFirstTry && databaseUrl && !(await isEmptyDatabase(directUrl ?? databaseUrl))) {
    endRestoreInto(dataDir)
    throw new Refusal('Basis data di DATABASE_URL sudah berisi. Pulihkan ke basis data baru yang kosong.')
  }
  const database = await openDatabaseOf(settings)
  try {
    const code = await put(settings, database, ask)
    if (code !== 0) return 1
    endRestoreInto(dataDir)
    if (ask.noUpgrade) return 0
    const isWhole = (await audit(settings, database, ask)) === 0
    console.log(
      isWhole
        ? 'Pemulihan selesai; semuanya utuh. Jalankan: npm start'
        : 'Data dipulihkan seperti dalam cadangan, tetapi yang tertulis di atas tidak cocok dengan riwayatnya.',
    )
    return isWhole ? 0 : 1
  } finally {
    await database.close()
  }
}

/** Whether all is whole; null where that cannot be said: a wrong passphrase, a full disk, Ctrl-C. */
async function verdictOf(place: Settings, database: OpenedDatabase, ask: Ask): Promise<boolean | null> {
  const code = await put(place, database, ask)
  if (code !== 0) return code === damagedBackup ? false : null
  const found = await audit(place, database, ask)
  return found === 0 || found === 1 ? found === 0 : null
}

async function drill(settings: Settings, ask: Ask): Promise<number> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'sepakat-drill-'))
  // never the files of the installation
  delete process.env.FILES_DIR
  const place = { ...settings, dataDir, databaseUrl: undefined, directUrl: undefined, appUrl: undefined }
  const database = await openDatabaseOf(place)
  let isWhole: boolean | null
  try {
    isWhole = await verdictOf(place, database, ask)
  } finally {
    await database.close()
    for (const folder of [database.server!.footing.base, dataDir]) rmSync(folder, { recursive: true, force: true })
  }
  if (isWhole === null) {
    console.log('Uji pemulihan tidak selesai; sebabnya tertulis di atas.')
    return 1
  }
  await noteDrill(settings, ask.file, isWhole)
  console.log(isWhole ? `Uji pemulihan berhasil: ${ask.file} utuh.` : `Uji pemulihan GAGAL: ${ask.file} tidak utuh.`)
  return isWhole ? 0 : 1
}

/** With the installation of these settings, where there is one; a drill on another machine leaves no trace but its output. */
async function noteDrill(settings: Settings, file: string, well: boolean): Promise<void> {
  const { dataDir, databaseUrl } = settings
  const isHere =
    databaseUrl || ['postgres', 'postgres-elsewhere.json'].some(name => existsSync(path.join(dataDir, name)))
  if (!isHere) return console.log('Tidak dicatat: tidak ada SEPAKAT di folder data ini.')
  const database = await openDatabaseOf(settings)
  try {
    const run = { kind: 'drill', at: new Date(), file: path.basename(file), well } as const
    await noteBackupRuns(database.urls.ownerUrl, [run])
  } finally {
    await database.close()
  }
}

function newestIn(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder).filter(name => /^sepakat-.*\.tar(\.age)?$/.test(name)) : []
  const newest = names.sort().at(-1)
  if (newest === undefined) throw new Refusal(`Tidak ada cadangan di ${folder}.`)
  return path.join(folder, newest)
}

await runTool(async () => {
  const { values, positionals } = readArguments()
  const settings = readSettings(process.env)
  const [given, ...more] = positionals
  if (more.length > 0 || !(given || values.drill)) throw new Refusal(usage)
  const file = path.resolve(given ?? newestIn(settings.backupDir))
  await prepareCode()
  const ask = { file, anchor: values.anchor, noUpgrade: values['no-upgrade'] && !values.drill }
  return values.drill ? drill(settings, ask) : restore(settings, ask)
})
