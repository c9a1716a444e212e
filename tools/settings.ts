import path from 'node:path'
import { isLoopback } from '@sepakat/db/engine/isLoopback.ts'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { root } from './root.ts'

export interface Settings {
  host: string
  port: number
  dataDir: string
  /** Where backups are put. */
  backupDir: string
  /** Whether a start keeps the data before it migrates them. */
  backupBeforeUpgrade: boolean
  /** The owner's account on a server of one's own; undefined: the embedded server. */
  databaseUrl?: string
  /** Where migrations go when `databaseUrl` leads through PgBouncer. */
  directUrl?: string
  appUrl?: string
  publicUrl: string
  /** Whether the demo region may be loaded; only ever with the embedded server, and where only this machine reaches it. */
  demo: boolean
  /** Why there is no demo region though it was not forbidden; null where it need not be said. */
  demoIsOff: string | null
}

/**
 * Reads the settings of start and dev from the environment.
 * @throws Refusal listing everything that is wrong
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const wrong: string[] = []
  const given = (name: string) => env[name]?.trim() || undefined
  const url = (name: string) => {
    const value = given(name)
    const valid = value === undefined || (URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol))
    if (!valid) wrong.push(`${name} harus berbentuk postgresql://akun:sandi@server:5432/basisdata`)
    return value
  }
  const host = given('HOST') ?? '127.0.0.1'
  const port = Number(given('PORT') ?? 8080)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) wrong.push('PORT harus bilangan 1 sampai 65535')
  const databaseUrl = url('DATABASE_URL')
  const directUrl = url('DIRECT_DATABASE_URL')
  const appUrl = url('DATABASE_APP_URL')
  if ((appUrl || directUrl) && !databaseUrl)
    wrong.push('DATABASE_APP_URL dan DIRECT_DATABASE_URL menyertai DATABASE_URL')
  const publicUrl = given('PUBLIC_URL') ?? `http://${shownHost(host)}:${port}`
  if (!URL.canParse(publicUrl)) wrong.push('PUBLIC_URL harus alamat lengkap, misalnya https://sepakat.contoh.go.id')
  const isOwn = URL.canParse(publicUrl) && isLoopback(new URL(publicUrl).hostname)
  if (given('DEMO') === '1' && URL.canParse(publicUrl) && !isOwn)
    wrong.push(`DEMO=1 hanya untuk PUBLIC_URL yang menunjuk mesin ini sendiri, bukan ${publicUrl}`)
  if (wrong.length > 0) throw new Refusal(`Pengaturan belum benar: ${wrong.join('; ')}.`)
  const dataDir = path.resolve(root, given('DATA_DIR') ?? 'data')
  const backupDir = path.resolve(root, given('BACKUP_DIR') ?? 'backups')
  const backupBeforeUpgrade = given('BACKUP_BEFORE_UPGRADE') !== '0'
  const mayDemo = !databaseUrl && given('DEMO') !== '0'
  // its passwords are printed in the manual: they open nothing from another machine, nor to the start that would fill it
  const demo = mayDemo && isOwn
  const demoIsOff =
    mayDemo && !demo ? `Tanpa wilayah dan akun demo, karena PUBLIC_URL ${publicUrl} bukan alamat mesin ini.` : null
  const places = { dataDir, backupDir, backupBeforeUpgrade, databaseUrl, directUrl, appUrl }
  return { host, port, ...places, publicUrl, demo, demoIsOff }
}

/** A host a browser can open: listening everywhere is reached through this machine's own name. */
const shownHost = (host: string) => {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
