import { kinds, planSearch, searchWords } from '@sepakat/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase, reader } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { fillNames, mendNames } from './mendNames.ts'
import { type FoundName, type NamesAsk, searchNames } from './searchNames.ts'
import { differingNames } from './testingNames.ts'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 4 })
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})

const reach: NamesAsk['reach'] = { offices: null, reportTypes: ['spm', 'lppd', 'sakip', 'lkpj'], people: true }
const find = (q: string, more: Partial<NamesAsk> = {}): Promise<FoundName[]> => {
  const { words, tight } = planSearch(q, [])
  const kinds = ['office', 'person', 'row', 'item'] as const
  const code = /\d/.test(tight) ? tight : ''
  return searchNames(reader(db), { kinds, words, code, reach, limit: 5, today: '2026-11-24', ...more })
}
const officesFound = async (q: string) =>
  (await find(q)).filter(({ kind }) => kind === 'office').map(({ office }) => office)

describe('search_words', () => {
  it('says the same as searchWords of rules', async () => {
    const said = [
      '  Dinas  KESEHATAN, (Dinkes) ',
      '1.02.01',
      'Sébatik – Nunukan’s',
      'ﬁle №5',
      'a\nb\tc',
      '١٢',
      '',
      'Ångström İ',
    ]
    const { rows } = await db.pool.query(
      'SELECT search_words(t) AS w FROM unnest($1::text[]) WITH ORDINALITY AS u(t, n) ORDER BY n',
      [said],
    )
    expect(rows.map(({ w }) => w)).toEqual(said.map(searchWords))
  })
})

describe('names are as what they are derived from', () => {
  it('of the reference data', async () => {
    expect(await differingNames(db)).toEqual([])
    const { rows } = await db.pool.query(`SELECT kind, count(*)::int AS n FROM search_name GROUP BY kind ORDER BY kind`)
    expect(rows.map(({ kind }) => kind)).toEqual(['office', 'row'])
  })

  it('after a person or an office was renamed, and a person was removed', async () => {
    const person = await db.prisma.person.create({
      data: { name: 'Orang Pertama', nip: '199001012020121001', email: 'a@x.invalid' },
    })
    expect((await find('orang pertama')).map(({ title }) => title)).toEqual(['Orang Pertama'])
    await db.prisma.person.update({ where: { id: person.id }, data: { name: 'Orang Kedua' } })
    expect(await find('orang pertama')).toEqual([])
    const [office] = await db.prisma.officeSpan.findMany({ where: { office: { code: 'dinkes' } } })
    await db.prisma.officeSpan.update({ where: { id: office!.id }, data: { name: 'Dinas Kesehatan Rakyat' } })
    expect(await officesFound('kesehatan rakyat')).toEqual(['Dinas Kesehatan Rakyat'])
    expect(await differingNames(db)).toEqual([])
    await db.prisma.person.delete({ where: { id: person.id } })
    expect(await find('orang kedua')).toEqual([])
    expect(await differingNames(db)).toEqual([])
  })

  it('after a catalogue was published', async () => {
    const [newest] = await db.prisma.formVersion.findMany({
      where: { form: 'lppd/tahunan' },
      orderBy: { version: 'desc' },
      take: 1,
    })
    const { rows, ...body } = newest!.body as { rows: { id: string; label: string }[] }
    const changed = {
      ...body,
      rows: rows.slice(1).map((row, n) => (n === 0 ? { ...row, label: 'Tingkat kelulusan baru' } : row)),
    }
    await db.prisma.formVersion.create({
      data: {
        form: 'lppd/tahunan',
        version: newest!.version + 1,
        body: changed,
        sha256: '0'.repeat(64),
        publishedBy: 'system',
      },
    })
    expect((await find('kelulusan baru')).map(({ row }) => row)).toEqual([rows[1]!.id])
    expect(await find(rows[0]!.label)).not.toContainEqual(expect.objectContaining({ row: rows[0]!.id }))
    expect(await differingNames(db)).toEqual([])
  })

  it('and mended where a foreign hand was at them', async () => {
    await db.pool.query(`DELETE FROM search_name WHERE kind = 'office'`)
    await db.pool.query(`UPDATE search_name SET words = 'x' WHERE form = 'spm/triwulan'`)
    expect(await mendNames(db)).toBeGreaterThan(2)
    expect(await differingNames(db)).toEqual([])
    await db.pool.query('DELETE FROM search_name')
    await fillNames(db)
    expect(await differingNames(db)).toEqual([])
  })
})

describe('a name is found', () => {
  it('by words in any order and case, by its short name, by parts of words', async () => {
    for (const q of ['lingkungan hidup', 'HIDUP lingkungan', 'dinas lingk', 'ngkungan hid', 'DLH'])
      expect((await officesFound(q))[0], q).toMatch(/Lingkungan Hidup/)
  })

  it('with small slips, where nothing has it as it was typed', async () => {
    expect(await officesFound('perhubugan')).toContain('Dinas Perhubungan')
    expect(await officesFound('dinas perhubungna')).toContain('Dinas Perhubungan')
    expect(await find('xqzzkw')).toEqual([])
  })

  it('by its code first, whatever divides it', async () => {
    for (const q of ['1.01-01', '1 01 01', '10101'])
      expect((await find(q, { kinds: ['row'] }))[0], q).toMatchObject({ code: '1.01-01', row: 'paud' })
  })

  it('by wildcards and quotes as by any other mark', async () => {
    for (const q of ['%', '_', "'", '\\', '%%dinas__', "di'nas"])
      await expect(find(q), q).resolves.toBeInstanceOf(Array)
    expect(await find('%')).toEqual([])
  })
})

describe('what offices named themselves', () => {
  it('is what is kept as `name` in tables that they fill', () => {
    const named = Object.values(kinds).flatMap(kind =>
      Object.entries(kind.tables)
        .filter(([, table]) => table.named === 'name' && table.rows.from === 'items')
        .map(([table]) => `${kind.form} ${table}`),
    )
    expect(named).toEqual(
      expect.arrayContaining(['sakip/indikator indicators', 'lkpj/tahunan programs', 'lkpj/tahunan subactivities']),
    )
    for (const { tables } of Object.values(kinds))
      for (const table of Object.values(tables))
        if (table.named === 'name') expect([undefined, 'code']).toContain(table.coded)
  })
})
