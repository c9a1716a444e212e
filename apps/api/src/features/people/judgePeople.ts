import { api } from '@sepakat/contract'
import { listOffices, type OfficeRow, peopleNamed, type Queryable } from '@sepakat/db'
import {
  isOfOffice,
  officeFinder,
  plain,
  type ReportType,
  type Role,
  reportTypes,
  roleLabels,
  roles,
} from '@sepakat/rules'
import { parseDay, shortDay } from '@sepakat/rules/periods/dates.ts'
import type { z } from 'zod'

/** A person as a spreadsheet writes it. */
export type PersonRow = Record<'name' | 'nip' | 'username' | 'office' | 'role' | 'reportTypes' | 'from' | 'to', string>
export interface JudgedPerson {
  name: string
  signInName: string
  post: string
  result: 'new' | 'there' | 'wrong'
  fault: string | null
}
const { body: personBody } = api['POST /people']
type PersonBody = z.output<typeof personBody>
type Reading = { person: PersonBody; post: string } | { fault: string }

type OfficeFinder = ReturnType<typeof officeFinder<OfficeRow>>

/** What becomes of each row, and the person it would add. Writes nothing. */
export const judgePeople = async (
  tx: Queryable,
  rows: PersonRow[],
  today: string,
): Promise<{ line: JudgedPerson; person: PersonBody | null }[]> => {
  const officeAt = officeFinder(await listOffices(tx, today))
  const read = rows.map(row => readRow(row, officeAt, today))
  const people = read.flatMap(one => ('person' in one ? [one.person] : []))
  const known = await peopleNamed(tx, {
    nips: people.flatMap(({ nip }) => nip ?? []),
    usernames: people.flatMap(({ username }) => username ?? []),
  })
  const seen = new Map<string, number>()
  return rows.map((row, at) => {
    const reading = read[at]!
    if ('fault' in reading) return { line: wrong(row, reading.fault), person: null }
    const { person, post } = reading
    const names = [person.nip, person.username].filter(name => name !== null)
    const before = names.map(name => seen.get(name)).find(first => first !== undefined)
    for (const name of names) seen.set(name, at)
    if (before !== undefined)
      return { line: wrong(row, `Orang ini sudah disebut pada baris ke-${before + 1}.`), person: null }
    const line = { name: person.name, signInName: names[0] ?? '', post }
    const same = known.find(one => names.some(name => name === one.nip || name === one.username))
    if (same)
      return { line: { ...line, result: 'there', fault: `Sudah terdaftar sebagai ${same.name}.` }, person: null }
    return { line: { ...line, result: 'new', fault: null }, person }
  })
}

const wrong = (row: PersonRow, fault: string): JudgedPerson => ({
  name: row.name,
  signInName: row.nip || row.username,
  post: [row.role, row.office].filter(Boolean).join(', '),
  result: 'wrong',
  fault,
})

function readRow(row: PersonRow, officeAt: OfficeFinder, today: string): Reading {
  const role = roles.find(one => [one, roleLabels[one]].some(name => plain(name) === plain(row.role)))
  if (!role)
    return { fault: `Peran “${row.role}” tidak dikenal. Pilih: ${roles.map(one => roleLabels[one]).join(', ')}.` }
  const where = readOffices(row.office, role, officeAt)
  if ('fault' in where) return where
  const reportTypes = readTypes(row.reportTypes)
  if (!reportTypes) return { fault: `Jenis laporan “${row.reportTypes}” tidak dikenal. Tulis misalnya SPM, LPPD.` }
  const [from, to] = [row.from === '' ? today : dayOf(row.from), row.to === '' ? null : dayOf(row.to)]
  const unread = [from === undefined && row.from, to === undefined && row.to].find(Boolean)
  if (unread) return { fault: `Tanggal “${unread}” tidak terbaca. Tulis seperti 31-03-2026.` }
  const result = personBody.safeParse({
    name: row.name,
    nip: row.nip.replace(/[\s.-]/g, '') || null,
    username: row.username || null,
    post: {
      role,
      reportTypes,
      region: where.offices.length === 0,
      offices: where.offices.map(({ id }) => id),
      from,
      to,
    },
  })
  if (!result.success) return { fault: result.error.issues[0]?.message ?? '' }
  const places = where.offices.map(({ name }) => name).join(', ') || 'seluruh daerah'
  const types = reportTypes.length > 0 ? reportTypes.map(type => type.toUpperCase()).join(', ') : 'semua laporan'
  const span = to ? `${shortDay(from!)} sampai ${shortDay(to)}` : `mulai ${shortDay(from!)}`
  return { person: result.data, post: `${roleLabels[role]}, ${places}, ${types}, ${span}` }
}

/** None: the whole region. Several are parted by a semicolon. */
function readOffices(text: string, role: Role, officeAt: OfficeFinder): { offices: OfficeRow[] } | { fault: string } {
  const names = text.split(';').filter(name => name.trim() !== '')
  if (names.length === 0 && isOfOffice(role)) return { fault: 'Isi perangkat daerahnya.' }
  if (names.length === 0 || (names.length === 1 && plain(text) === 'seluruh daerah')) return { offices: [] }
  const found = names.map(officeAt)
  const unclear = found.find(one => 'fault' in one)
  return unclear ?? { offices: found as OfficeRow[] }
}

/** None: all of them. */
function readTypes(text: string): ReportType[] | null {
  const names = text
    .split(/[,;/\s]+/)
    .map(plain)
    .filter(Boolean)
  if (names.length === 0 || names.join(' ') === 'semua') return []
  const found = reportTypes.filter(type => names.includes(type))
  return found.length === new Set(names).size ? found : null
}

/** A day as people write it, or the number of days that a spreadsheet stores for it. */
function dayOf(text: string): string | undefined {
  if (!/^\d{5}$/.test(text)) return parseDay(text) ?? undefined
  return new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10)
}
