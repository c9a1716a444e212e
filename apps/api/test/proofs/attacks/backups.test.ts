/** Who holds a backup, or wants another to restore one: what is refused, each time before anything is in the tables. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { openDatabase } from '@sepakat/db'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Entry, jsonEntry, jsonOf } from '#backup/fileFormat.ts'
import { readBackupFile } from '#backup/readBackupFile.ts'
import { openBackup } from '#backup/restoreBackup.ts'
import { writeBackupFile } from '#backup/writeBackupFile.ts'
import { filing } from '#testing/filing.ts'
import { backUp, emptyMachine, quickWork, restoreOn } from '#testing/restoring.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { upload } from '#testing/upload.ts'

const passphrase = 'empat kata sandi cadangan'
let api: TestApi
let folder: string
/** Where all are tried, one after another: each leaves it so that the next may be. */
let place: Awaited<ReturnType<typeof emptyMachine>>
let encrypted: Buffer
let entries: Entry[]
const fileNamed = (name: string) => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sepakat-backups-'))
  place = await emptyMachine()
  api = await testApi()
  const team = await filing(api)
  await upload(team.operator, await team.begin())
  await backUp(api, fileNamed('encrypted.tar.age'), passphrase)
  encrypted = await readFile(fileNamed('encrypted.tar.age'))
  await backUp(api, fileNamed('plain.tar'))
  entries = await Readable.from(readBackupFile(fileNamed('plain.tar'), null)).toArray()
})
afterAll(async () => {
  await api.close()
  await place.database.dispose()
  for (const left of [folder, place.folder]) await rm(left, { recursive: true })
})

/** What restoring these bytes says; the tables stay empty. */
const refusalOf = async (bytes: Buffer, given: string | null = null): Promise<string> => {
  await writeFile(fileNamed('tried'), bytes)
  const said = await restoreOn(place, fileNamed('tried'), given).then(
    () => 'restored',
    (error: Error) => error.message,
  )
  expect(await rowsIn('person')).toBe(0)
  return said
}
const rowsIn = async (table: string): Promise<number> => {
  const db = openDatabase({ url: place.database.ownerUrl, max: 1 })
  const there = await db.pool.query('SELECT to_regclass($1) AS it', [table])
  const found = there.rows[0].it ? await db.pool.query(`SELECT count(*)::int AS n FROM ${table}`) : { rows: [{ n: 0 }] }
  await db.close()
  return found.rows[0].n
}
/** A backup in clear with other entries, as a person with an editor makes it. */
const forged = async (all: Entry[]): Promise<Buffer> => {
  await writeBackupFile(fileNamed('forged.tar'), Readable.from(all), { passphrase: null, work: quickWork })
  return readFile(fileNamed('forged.tar'))
}
const zeroed = (body: Uint8Array): Uint8Array => Buffer.from(body).fill(0, 1000, 1020)
const changedIn = (name: string, change: (entry: Entry) => Entry): Entry[] =>
  entries.map(entry => (entry.name === name ? change(entry) : entry))

it('an encrypted backup shows nothing of what it holds', () => {
  expect(encrypted.includes('Operator Sosial')).toBe(false)
  expect(encrypted.includes('sepakat.json')).toBe(false)
})

it('an encrypted backup without its passphrase is refused, and says what is missing', async () => {
  expect(await refusalOf(encrypted)).toContain('berikan sandinya dalam BACKUP_PASSPHRASE')
})

it('an encrypted backup with a guessed passphrase is refused', async () => {
  expect(await refusalOf(encrypted, 'sandi yang lain sama sekali')).toContain('Sandi cadangan salah')
})

it('an encrypted backup with one bit changed is refused', async () => {
  const bytes = Buffer.from(encrypted)
  bytes[bytes.length - 1000]! ^= 1
  expect(await refusalOf(bytes, passphrase)).toContain('rusak atau terpotong')
})

it('an encrypted backup that was overwritten in the middle of a table is refused', async () => {
  const bytes = Buffer.from(encrypted)
  bytes.fill(0, 140_000, 141_000)
  expect(await refusalOf(bytes, passphrase)).toContain('rusak atau terpotong')
})

it('an encrypted backup whose end was cut off is refused, however little', async () => {
  expect(await refusalOf(encrypted.subarray(0, -20), passphrase)).toContain('rusak atau terpotong')
})

it('an encrypted backup to which something was appended is refused', async () => {
  expect(await refusalOf(Buffer.concat([encrypted, randomBytes(40)]), passphrase)).toContain('rusak atau terpotong')
})

it('a backup from which the history was taken out is refused', async () => {
  expect(await refusalOf(await forged(entries.filter(({ name }) => !name.startsWith('tables/event/'))))).toContain(
    'tabel event berisi 0 baris',
  )
})

it('a backup that never heard of history is refused', async () => {
  const without = changedIn('sepakat.json', entry => {
    const head = jsonOf<{ tables: { name: string }[] }>(entry)
    return jsonEntry(entry.name, { ...head, tables: head.tables.filter(({ name }) => name !== 'event') })
  }).filter(({ name }) => !name.startsWith('tables/event/'))
  expect(await refusalOf(await forged(without))).toContain('tidak memuat tabel event')
})

it('a backup in clear is refused where a passphrase is given: anybody could have written it', async () => {
  expect(await refusalOf(await forged(entries), passphrase)).toContain('tidak disandikan, padahal BACKUP_PASSPHRASE')
})

it('a backup in which rows of one table were replaced by those of another is refused', async () => {
  const [people] = entries.filter(({ name }) => name.startsWith('tables/person/'))
  const swapped = entries.map(entry =>
    entry.name.startsWith('tables/office/') ? { ...entry, body: people!.body } : entry,
  )
  expect(await refusalOf(await forged(swapped))).toContain('rusak atau terpotong: tabel office')
})

it('a backup in which an attachment was replaced is refused', async () => {
  const other = entries.map(entry => (entry.name.startsWith('files/') ? { ...entry, body: randomBytes(9) } : entry))
  expect(await refusalOf(await forged(other))).toContain('diganti')
})

it('a backup from which an attachment was taken out is refused', async () => {
  expect(await refusalOf(await forged(entries.filter(({ name }) => !name.startsWith('files/'))))).toContain(
    'berkasnya 0, seharusnya 1',
  )
})

it('a backup with a file that leads out of its folder is refused', async () => {
  const out = entries.map(entry =>
    entry.name.startsWith('files/') ? { ...entry, name: 'files/../../../etc/passwd' } : entry,
  )
  expect(await refusalOf(await forged(out))).toContain('diganti')
})

it('a backup without its manifest is refused', async () => {
  expect(await refusalOf(await forged(entries.slice(0, -1)))).toContain('penutupnya tidak ada')
})

it('a backup with something behind its manifest is refused', async () => {
  expect(await refusalOf(await forged([...entries, { name: 'files/more', body: randomBytes(9) }]))).toContain(
    'sesudah penutupnya',
  )
})

it('a backup in clear with bytes of a table overwritten is refused as damaged', async () => {
  const all = entries.map(entry =>
    entry.name.startsWith('tables/event/') ? { ...entry, body: zeroed(entry.body) } : entry,
  )
  expect(await refusalOf(await forged(all))).toContain('rusak atau terpotong')
})

it('a backup in clear whose end was cut off is refused', async () => {
  const bytes = await forged(entries)
  expect(await refusalOf(bytes.subarray(0, 100_000))).toContain('rusak atau terpotong')
})

it('a backup of a newer release is refused with which release to use', async () => {
  const newer = changedIn('sepakat.json', entry => {
    const head = jsonOf<{ release: string; migrations: object[] }>(entry)
    head.release = '9.0.0'
    head.migrations.push({ name: '20990101000000_later', sha256: '0' })
    return jsonEntry(entry.name, head)
  })
  expect(await refusalOf(await forged(newer))).toContain(
    'dibuat oleh SEPAKAT 9.0.0 dengan migrasi yang tidak dikenal versi ini: 20990101000000_later',
  )
})

it('a backup whose head names a migration of another content is refused', async () => {
  const other = changedIn('sepakat.json', entry => {
    const head = jsonOf<{ migrations: { sha256: string }[] }>(entry)
    head.migrations[0]!.sha256 = '0'.repeat(64)
    return jsonEntry(entry.name, head)
  })
  expect(await refusalOf(await forged(other))).toContain('tidak dikenal versi ini')
})

it('a backup whose head names a table in SQL of its own runs none of it', async () => {
  const inject = 'x"; DROP TABLE person; --'
  const evil = changedIn('sepakat.json', entry => {
    const head = jsonOf<{ tables: object[] }>(entry)
    head.tables.unshift({ name: inject, columns: ['id'] })
    return jsonEntry(entry.name, head)
  })
  await writeFile(fileNamed('tried'), await forged(evil))
  expect((await restoreOn(place, fileNamed('tried'))).strange).toEqual([inject])
  expect(await rowsIn('person')).toBeGreaterThan(0)
})

it('a restore over an installation in use is refused, and changes nothing in it', async () => {
  const before = await rowsIn('event')
  await writeFile(fileNamed('tried'), await forged(entries))
  await expect(restoreOn(place, fileNamed('tried'))).rejects.toThrow('Basis data tujuan sudah berisi')
  expect(await rowsIn('event')).toBe(before)
})

it('a restore over an installation in use migrates nothing of it', async () => {
  const owner = openDatabase({ url: place.database.ownerUrl, max: 1 })
  const last = `migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`
  const { rows } = await owner.pool.query(`DELETE FROM _prisma_migrations WHERE ${last} RETURNING *`)
  await writeFile(fileNamed('tried'), await forged(entries))
  await expect(restoreOn(place, fileNamed('tried'))).rejects.toThrow('Basis data tujuan sudah berisi')
  const now = await owner.pool.query('SELECT 1 FROM _prisma_migrations WHERE migration_name = $1', [
    rows[0].migration_name,
  ])
  await owner.close()
  expect(now.rowCount).toBe(0)
})

it('a letter called a backup is refused', async () => {
  await writeFile(fileNamed('letter.tar'), 'Yth. Bupati')
  await expect(openBackup(fileNamed('letter.tar'), null)).rejects.toThrow('bukan cadangan SEPAKAT')
})

it('the application cannot say that a backup was made', async () => {
  const said = api.db.pool.query(`INSERT INTO backup_run VALUES (gen_random_uuid(), 'drill', now(), 'x', true)`)
  await expect(said).rejects.toMatchObject({ code: '42501' })
})
