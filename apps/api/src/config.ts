import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'
import { createSecureContext } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { isLoopback } from '@sepakat/db/engine/isLoopback.ts'
import { appUrlOf } from '@sepakat/db/migrate/appAccount.ts'
import type { BsreService, Certificate } from '@sepakat/documents'
import { z } from 'zod'

export type RateClass = 'read' | 'write' | 'compute' | 'sign-in' | 'upload' | 'open'

/** Where mail is given to, and as whom. */
export interface Smtp {
  host: string
  port: number
  /** `tls` from the first byte, `starttls` required of the server, `none` in clear. */
  security: 'starttls' | 'tls' | 'none'
  auth: { user: string; pass: string } | null
  /** As it is shown: `SEPAKAT <sepakat@example.go.id>`. */
  from: string
}

/** What the process is told by its environment, checked once at boot. */
export interface Config {
  host: string
  port: number
  /** Where people reach the product. Requests that change something must come from one of `origins`. */
  publicUrl: string
  origins: ReadonlySet<string>
  /** `__Host-` cookies with Secure; false only by ALLOW_HTTP=1. */
  secureCookies: boolean
  databaseUrl: string
  /** The same past PgBouncer, for a connection that stays. */
  listenUrl: string
  dataDir: string
  filesDir: string
  /** Signs session cookies and peppers one-time codes. */
  secret: string
  /** Demo accounts may be shown and used, by requests of this very machine; never where people reach it by another address. */
  demo: boolean
  /** Administrators and approvers must set up a second factor; who has one is asked for it in any case. */
  secondFactorRequired: boolean
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustProxy: string[]
  /** Folder of the built web, or null. */
  web: string | null
  /** Whether the API process works jobs too; 0 where processes of their own do. */
  worker: boolean
  /** Requests a minute by class, for one post, key or address; null: no limits at all, sign-in neither. */
  rates: Record<RateClass, number> | null
  /** `memory` in KiB; `atOnce` hashes run beside each other, the others wait. */
  argon: { memory: number; time: number; atOnce: number }
  /** With what PDFs are signed; null: not installed. */
  signing: { own: Certificate | null; bsre: BsreService | null }
  /** For how long summaries and charts of the region are kept before they are made again; 0: not at all. */
  keptSeconds: number
  /** Where mail is given to; null: mail is off. */
  smtp: Smtp | null
  logLevel: string
}

export class ConfigError extends Error {
  constructor(wrong: string[]) {
    super(`Pengaturan lingkungan belum benar:\n${wrong.map(line => `- ${line}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}

/** Of each of the three calls of one signing, while a person waits. */
const bsreMs = 20_000

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url))
const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return (
    isIP(address) !== 0 && rest.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
  )
}

/** This machine has three names for itself, and people use any of them. */
const originsOf = (url: URL): Set<string> =>
  new Set(
    isLoopback(url.hostname)
      ? ['127.0.0.1', 'localhost', '[::1]'].map(name => `${url.protocol}//${name}${url.port && `:${url.port}`}`)
      : [url.origin],
  )

const demoElsewhere =
  'DEMO=1 hanya untuk PUBLIC_URL yang menunjuk mesin ini sendiri: sandi akun contoh dapat dibaca siapa pun. Hapus DEMO, atau isi DEMO=0.'

const count = (name: string, least: number, most: number, usual: number) =>
  z.coerce
    .number({ error: `${name} harus angka.` })
    .int(`${name} harus bilangan bulat.`)
    .min(least, `${name} paling kecil ${least}.`)
    .max(most, `${name} paling besar ${most}.`)
    .default(usual)
const toggle = (name: string, usual: '0' | '1') => z.enum(['0', '1'], `${name} diisi 0 atau 1.`).default(usual)
const databaseAt = (name: string) =>
  z.string().regex(/^postgres(ql)?:\/\/\S+$/, `${name} harus berbentuk postgresql://pengguna:sandi@server/basisdata.`)

const environment = z.object({
  HOST: z.string().min(1, 'HOST kosong.').default('127.0.0.1'),
  PORT: count('PORT', 0, 65535, 8080),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_URL harus alamat lengkap seperti https://sepakat.example.go.id.' })
    .refine(
      url => URL.canParse(url) && new URL(url).pathname === '/',
      'PUBLIC_URL tidak boleh memuat jalur setelah nama.',
    )
    .optional(),
  ALLOW_HTTP: toggle('ALLOW_HTTP', '0'),
  DATABASE_URL: databaseAt('DATABASE_URL').optional(),
  DATABASE_APP_URL: databaseAt('DATABASE_APP_URL').optional(),
  DIRECT_DATABASE_URL: databaseAt('DIRECT_DATABASE_URL').optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  FILES_DIR: z.string().min(1).optional(),
  SECRET: z.string().min(32, 'SECRET paling sedikit 32 huruf.').optional(),
  DEMO: z.enum(['0', '1'], 'DEMO diisi 0 atau 1.').optional(),
  SECOND_FACTOR: z.enum(['required', 'optional'], 'SECOND_FACTOR diisi required atau optional.').default('required'),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform(text => text.split(',').flatMap(part => part.trim() || []))
    .refine(
      list => list.every(isNetwork),
      'TRUST_PROXY berisi alamat IP atau jaringan, dipisah koma, misalnya 10.0.0.0/8.',
    ),
  SERVE_WEB: z.string().default('1'),
  WORKER: toggle('WORKER', '1'),
  RATE_LIMIT: toggle('RATE_LIMIT', '1'),
  RATE_READ: count('RATE_READ', 1, 1_000_000, 1200),
  RATE_OPEN: count('RATE_OPEN', 1, 1_000_000, 300),
  RATE_WRITE: count('RATE_WRITE', 1, 1_000_000, 600),
  RATE_COMPUTE: count('RATE_COMPUTE', 1, 1_000_000, 120),
  RATE_UPLOAD: count('RATE_UPLOAD', 1, 1_000_000, 120),
  RATE_SIGN_IN: count('RATE_SIGN_IN', 1, 1_000_000, 120),
  ARGON_MEMORY: count('ARGON_MEMORY', 64, 1_048_576, 19_456),
  ARGON_TIME: count('ARGON_TIME', 1, 20, 2),
  ARGON_AT_ONCE: count('ARGON_AT_ONCE', 1, 32, 2),
  KEPT_SECONDS: count('KEPT_SECONDS', 0, 600, 15),
  SIGN_CERTIFICATE: z.string().optional(),
  SIGN_PASSPHRASE: z.string().optional(),
  BSRE_URL: z.url({ protocol: /^https?$/, error: 'BSRE_URL harus alamat lengkap layanan e-sign.' }).optional(),
  BSRE_USERNAME: z.string().optional(),
  BSRE_PASSWORD: z.string().optional(),
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: count('SMTP_PORT', 1, 65535, 587),
  SMTP_SECURITY: z
    .enum(['starttls', 'tls', 'none'], 'SMTP_SECURITY diisi starttls, tls, atau none.')
    .default('starttls'),
  SMTP_USERNAME: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  SMTP_FROM: z.string().optional(),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'LOG_LEVEL: silent, error, warn, info, atau debug.')
    .default('info'),
})

export const secretFile = (dataDir: string): string => path.join(dataDir, 'session-secret')

/** The folder keeps the secret (mode 0600), so that sessions outlive a restart; of two who make it at once one wins. */
export const secretIn = (dataDir: string): string => {
  const file = secretFile(dataDir)
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(dataDir, { recursive: true })
  const scratch = `${file}.${process.pid}`
  writeFileSync(scratch, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(scratch, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(scratch)
  }
  return readFileSync(file, 'utf8').trim()
}

/** The same account and database on the server of another address. */
const directly = (url: string, address: string | undefined): string => {
  if (address === undefined) return url
  const [own, direct] = [new URL(url), new URL(address)]
  own.host = direct.host
  own.pathname = direct.pathname
  own.search = direct.search
  return own.href
}

type Environment = z.output<typeof environment>

/** The region's own certificate, opened once so that a wrong passphrase is told at boot; or what is wrong with it. */
const certificateOf = ({ SIGN_CERTIFICATE: place, SIGN_PASSPHRASE: passphrase }: Environment) => {
  if (place === undefined && passphrase === undefined) return null
  if (place === undefined || passphrase === undefined) return 'SIGN_CERTIFICATE dan SIGN_PASSPHRASE diisi bersama.'
  if (!existsSync(place)) return `SIGN_CERTIFICATE menunjuk ${place}, yang tidak ada.`
  const file = readFileSync(place)
  try {
    createSecureContext({ pfx: file, passphrase })
    return { file, passphrase }
  } catch {
    return 'SIGN_CERTIFICATE bukan PKCS#12 yang terbuka dengan SIGN_PASSPHRASE.'
  }
}

/** The e-sign service, or what is wrong with it. */
const bsreOf = ({ BSRE_URL: address, BSRE_USERNAME: username, BSRE_PASSWORD: password }: Environment) => {
  if ([address, username, password].every(one => one === undefined)) return null
  if (address === undefined || username === undefined || password === undefined)
    return 'BSRE_URL, BSRE_USERNAME, dan BSRE_PASSWORD diisi bersama.'
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || isLoopback(hostname)
    ? { address, username, password, timeoutMs: bsreMs }
    : 'BSRE_URL harus https: NIK dan passphrase dikirim ke sana.'
}

const senderPattern = /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/

/** The mail server; null: none, mail is off; or what is wrong with it. */
const smtpOf = (e: Environment): Smtp | null | string => {
  const { SMTP_HOST: host, SMTP_FROM: from, SMTP_USERNAME: user, SMTP_PASSWORD: pass } = e
  if ([host, from, user, pass].every(one => one === undefined)) return null
  if (host === undefined || from === undefined) return 'SMTP_HOST dan SMTP_FROM diisi bersama.'
  if ((user === undefined) !== (pass === undefined)) return 'SMTP_USERNAME dan SMTP_PASSWORD diisi bersama.'
  if (!senderPattern.test(from)) return 'SMTP_FROM harus alamat seperti SEPAKAT <sepakat@example.go.id>.'
  const auth = user === undefined || pass === undefined ? null : { user, pass }
  return { host, port: e.SMTP_PORT, security: e.SMTP_SECURITY, auth, from }
}

/** @throws ConfigError with everything that is wrong, not only the first */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  const wrong = parsed.success ? [] : parsed.error.issues.map(issue => issue.message)
  if (!given.DATABASE_APP_URL && !given.DATABASE_URL) wrong.push('DATABASE_URL atau DATABASE_APP_URL wajib diisi.')
  if (!parsed.success) throw new ConfigError(wrong)
  const e = parsed.data
  const publicUrl = new URL(e.PUBLIC_URL ?? `http://127.0.0.1:${e.PORT}`)
  const secureCookies = publicUrl.protocol === 'https:' || isLoopback(publicUrl.hostname)
  if (!secureCookies && e.ALLOW_HTTP === '0')
    wrong.push('PUBLIC_URL harus https. Tanpa https sandi dapat disadap; bila itu disengaja, isi ALLOW_HTTP=1.')
  const isOwn = isLoopback(publicUrl.hostname)
  if (e.DEMO === '1' && !isOwn) wrong.push(demoElsewhere)
  const web = e.SERVE_WEB === '0' ? null : e.SERVE_WEB === '1' ? webFolder : path.resolve(e.SERVE_WEB)
  if (web !== null && web !== webFolder && !existsSync(path.join(web, 'index.html')))
    wrong.push(`SERVE_WEB menunjuk ${web}, tetapi index.html tidak ada di sana.`)
  const [own, bsre, smtp] = [certificateOf(e), bsreOf(e), smtpOf(e)]
  for (const one of [own, bsre, smtp]) if (typeof one === 'string') wrong.push(one)
  if (wrong.length > 0 || typeof own === 'string' || typeof bsre === 'string' || typeof smtp === 'string')
    throw new ConfigError(wrong)
  const dataDir = path.resolve(e.DATA_DIR)
  const databaseUrl = e.DATABASE_APP_URL ?? appUrlOf(e.DATABASE_URL ?? '', '')
  return {
    host: e.HOST,
    port: e.PORT,
    publicUrl: publicUrl.origin,
    origins: originsOf(publicUrl),
    secureCookies,
    databaseUrl,
    listenUrl: directly(databaseUrl, e.DIRECT_DATABASE_URL),
    dataDir,
    filesDir: path.resolve(e.FILES_DIR ?? path.join(dataDir, 'files')),
    secret: e.SECRET ?? secretIn(dataDir),
    demo: isOwn && e.DEMO !== '0',
    secondFactorRequired: e.SECOND_FACTOR === 'required',
    trustProxy: e.TRUST_PROXY,
    web: web !== null && existsSync(path.join(web, 'index.html')) ? web : null,
    worker: e.WORKER === '1',
    rates:
      e.RATE_LIMIT === '0'
        ? null
        : {
            read: e.RATE_READ,
            open: e.RATE_OPEN,
            write: e.RATE_WRITE,
            compute: e.RATE_COMPUTE,
            upload: e.RATE_UPLOAD,
            'sign-in': e.RATE_SIGN_IN,
          },
    argon: { memory: e.ARGON_MEMORY, time: e.ARGON_TIME, atOnce: e.ARGON_AT_ONCE },
    signing: { own, bsre },
    keptSeconds: e.KEPT_SECONDS,
    smtp,
    logLevel: e.LOG_LEVEL,
  }
}
