import { readFileSync } from 'node:fs'
import type { Queryable } from '../../database.ts'
import { type Guards, guardsOf } from './guardsOf.ts'
import type { Tampering } from './tampering.ts'

const words: Record<string, string> = {
  trigger: 'penjaga',
  references: 'penjaga rujukan pada tabel',
  rule: 'aturan tulis-ulang',
  filter: 'penyaring baris pada tabel',
  filled: 'kolom wajib pada tabel',
  hidden: 'tabel lain yang menutupi tabel',
  function: 'fungsi',
  bound: 'batasan',
}
/** What the account may do that is of no table. */
const account = 'account'
const sortOf = (name: string) => name.split(' ')[0]!
/** A function may be anybody's; what belongs to a table is ours where the table is. */
const isOurs = (known: Guards, name: string): boolean =>
  name in known || `right ${name.slice(name.lastIndexOf(' ') + 1).split('.')[0]}` in known
const placeOf = (name: string) => `${words[sortOf(name)]} ${name.slice(name.indexOf(' ') + 1)}`

/**
 * What the database has against what the migrations make. What was added and guards nothing of ours (a function, a table) is no
 * concern of history; a trigger, a rule or a bound on our tables is. Pure.
 */
export const verifyGuards = (known: Guards, now: Guards): Tampering[] =>
  [...new Set([...Object.keys(known), ...Object.keys(now)])].flatMap((name): Tampering[] => {
    const [was, is] = [known[name], now[name]]
    if (was === is || !isOurs(known, name)) return []
    if (name === account || sortOf(name) === 'right') return [changedRight(name, was ?? 'none', is ?? 'none')]
    const where = placeOf(name)
    if (is === undefined) return [{ code: 'guard-missing', where, message: 'Tidak ada lagi di basis data.', at: null }]
    if (was === undefined) return [{ code: 'guard-added', where, message: 'Tidak dibuat oleh SEPAKAT.', at: null }]
    const off = is === 'off' || is.startsWith('off ')
    return [{ code: 'guard-changed', where, message: off ? 'Dimatikan.' : 'Diganti dengan yang lain.', at: null }]
  })

const list = (text: string): string[] => (text === 'none' || text === '' ? [] : text.split(', '))

const changedRight = (name: string, was: string, is: string): Tampering => {
  const more = list(is).filter(right => !list(was).includes(right))
  const less = list(was).filter(right => !list(is).includes(right))
  const table = name.slice('right '.length)
  const said = [
    ...(more.length > 0 ? [`mendapat hak ${more.join(', ')}`] : []),
    ...(less.length > 0 ? [`kehilangan hak ${less.join(', ')}`] : []),
  ]
  return {
    code: 'right-changed',
    where: name === account ? 'akun aplikasi' : `akun aplikasi pada tabel ${table}`,
    message: `Akun aplikasi ${said.join(' dan ')}.`,
    at: null,
  }
}

/** What the migrations make, written down by `npm run db:migrate -- guards` and held by a test. */
export const guardsFile = new URL('../../../guards.json', import.meta.url)
export const knownGuards = (): Guards => JSON.parse(readFileSync(guardsFile, 'utf8')) as Guards

/** Triggers, functions, bounds and the rights of the application's account against what the migrations make. */
export const readGuards = async (db: Queryable, account: string): Promise<Tampering[]> =>
  verifyGuards(knownGuards(), await guardsOf(db, account))
