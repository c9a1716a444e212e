import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue, CatalogueRow } from '@sepakat/rules'
import { catalogueSchema } from '@sepakat/rules/catalogue/catalogueSchema.ts'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8'))
const catalogue = (kind: string) => read<Catalogue>(`packages/rules/src/kinds/${kind}/catalogue.json`)

interface Office {
  id: string
  code: string
  name: string
  kind: string
  parent: string | null
  reports: string[]
  confidence: string
}
interface Assignment {
  form: string
  row: string
  office: string | null
  reason: string | null
  fromYear: number
  toYear: number | null
}
const offices = read<Office[]>('prisma/reference/offices.json')
const assignments = read<Assignment[]>('prisma/reference/assignments.json')
const spm = catalogue('spm-triwulan')
const lppd = catalogue('lppd-tahunan')
const macro = catalogue('lppd-makro')
const lke = catalogue('sakip-evaluasi')
const all = { spm, lppd, macro, lke }
const table = (c: Catalogue, name: string) => c.rows.filter(r => r.table === name)
const YEARS = [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2030]
const valid = (r: { from: number; to: number | null }, year: number) =>
  r.from <= year && (r.to === null || r.to >= year)
const inYear = (rows: CatalogueRow[], year: number) => rows.filter(r => valid(r, year))
const count = (list: readonly string[]) =>
  Object.fromEntries([...new Set(list)].map(x => [x, list.filter(y => y === x).length]))

describe('the catalogues', () => {
  it.each(YEARS)('hold 29 services, 123 indicators, 80 criteria, 12 sub-components in %i', year => {
    expect(inYear(table(spm, 'recipients'), year)).toHaveLength(29)
    expect(inYear(table(lppd, 'indicators'), year)).toHaveLength(123)
    expect(inYear(table(lke, 'criteria'), year)).toHaveLength(80)
    expect(inYear(table(lke, 'subcomponents'), year)).toHaveLength(12)
  })

  it('hold six urusan, their services as the nation counts them, and the four components with weight 100', () => {
    const urusan = spm.groups.filter(g => !g.parent)
    const top = (id: string) => spm.groups.find(g => g.id === id)!.parent ?? id
    expect(count(table(spm, 'recipients').map(r => top(r.group!)))).toEqual({
      pendidikan: 3,
      kesehatan: 12,
      'pekerjaan-umum': 2,
      'perumahan-rakyat': 2,
      trantibumlinmas: 5,
      sosial: 5,
    })
    expect(urusan).toHaveLength(6)
    expect(lke.groups).toHaveLength(4)
    expect(table(lke, 'subcomponents').reduce((sum, r) => sum + Number(r.attrs!.weight), 0)).toBe(100)
  })

  it('use every kind of formula, and write the inputs of each', () => {
    expect(count(table(lppd, 'indicators').map(r => r.formula!.kind))).toEqual({
      ratio: 97,
      average: 2,
      quotient: 2,
      direct: 9,
      growth: 5,
      deviation: 2,
      checklist: 2,
      category: 1,
      composite: 3,
    })
    for (const r of table(lppd, 'indicators'))
      expect(
        Object.values(r.formula!.inputs).every(label => label.length > 0),
        r.code,
      ).toBe(true)
    const childrenOf = (kind: string, name: string) =>
      table(lppd, 'indicators')
        .filter(r => r.formula!.kind === kind)
        .map(r => table(lppd, name).filter(c => c.parent === r.id).length)
    expect(childrenOf('composite', 'parts')).toEqual([2, 4, 5])
    expect(childrenOf('checklist', 'checks')).toEqual([4, 1])
  })

  it('warn on the rows whose formula the sources leave open', () => {
    expect(
      table(lppd, 'indicators')
        .filter(r => r.warning)
        .map(r => r.code),
    ).toEqual(['1.c.6', '1.c.9', '2.b.2', '2.e.3', '3.g.1'])
    expect(lppd.rows.filter(r => r.note?.includes('BELUM TERSELESAIKAN')).every(r => r.warning)).toBe(true)
  })
})

describe.each(Object.entries(all))('%s', (_, c) => {
  it('can be published', () => {
    expect(catalogueSchema.safeParse(c).error?.issues).toBeUndefined()
  })

  it('gives permanent ids as slugs, in groups and parents that exist', () => {
    const ids = new Set(c.rows.map(r => r.id))
    for (const id of [...ids, ...c.groups.map(g => g.id)]) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*){0,2}$/)
      for (const level of id.split('.')) expect(level.length).toBeLessThanOrEqual(48)
    }
    for (const r of c.rows) {
      expect(r.parent ? ids.has(r.parent) : c.groups.some(g => g.id === r.group), r.id).toBe(true)
      expect(ids.has(r.group ?? ''), r.id).toBe(false)
    }
  })

  it('never has two slices of a row, or two tables for an id', () => {
    for (const year of YEARS) {
      const twice = Object.entries(count(inYear(c.rows, year).map(r => r.id))).filter(([, n]) => n > 1)
      expect(twice).toEqual([])
    }
    expect(new Set(c.rows.map(r => `${r.id} ${r.table} ${r.parent}`)).size).toBe(new Set(c.rows.map(r => r.id)).size)
  })

  it('shows what was not wholly read as not verified', () => {
    for (const r of c.rows.filter(r => r.confidence === 'seen' || r.confidence === 'verified'))
      expect(r.note ?? '', r.id).not.toMatch(
        /rumus: belum|nama: belum|disimpulkan\b(?!\.)|satuan: belum|belum pasti resmi|dibetulkan/,
      )
  })
})

describe('quality rows of health', () => {
  const health = table(spm, 'quality').filter(
    r => table(spm, 'recipients').find(s => s.id === r.parent)!.group === 'kesehatan',
  )
  it('follow Permenkes 4/2019 to 2023 and Permenkes 6/2024 from 2024, never both', () => {
    expect(inYear(health, 2023).every(r => r.legal!.includes('4/2019') && r.to === 2023)).toBe(true)
    expect(inYear(health, 2024).every(r => r.legal!.includes('6/2024') && r.from === 2024)).toBe(true)
    expect([inYear(health, 2023).length, inYear(health, 2024).length]).toEqual([126, 184])
  })
  it('keep the id of a thing that both lists name', () => {
    expect(health.filter(r => r.id === 'ibu-hamil.buku-kia').map(r => [r.from, r.to])).toEqual([
      [2021, 2023],
      [2024, null],
    ])
  })
  it('exist beside rows of the other urusan that have no end', () => {
    const others = table(spm, 'quality').filter(r => !health.includes(r))
    expect(others.every(r => r.from === 2021 && r.to === null)).toBe(true)
    expect(others).toHaveLength(122)
  })
  it('say whether they accumulate: staff and papers of procedure never, goods always', () => {
    for (const r of table(spm, 'quality')) {
      if (r.attrs!.component === 'staff' || (r.attrs!.component === 'procedure' && r.unit === 'dokumen'))
        expect(r.attrs!.measure, r.id).toBe('stock')
      if (r.attrs!.component === 'goods') expect(r.attrs!.measure, r.id).toBe('flow')
    }
  })
})

describe('the owners', () => {
  const rowsOf = (form: string) => assignments.filter(a => a.form === form)
  it.each(YEARS)(
    'own each service, indicator and macro indicator exactly once in %i, or it is declared not applicable',
    year => {
      const owned = (form: string) =>
        rowsOf(form)
          .filter(a => a.fromYear <= year && (a.toYear === null || a.toYear >= year))
          .map(a => a.row)
          .sort()
      expect(owned('spm/triwulan')).toEqual(
        inYear(table(spm, 'recipients'), year)
          .map(r => r.id)
          .sort(),
      )
      expect(owned('lppd/tahunan')).toEqual(
        inYear(table(lppd, 'indicators'), year)
          .map(r => r.id)
          .sort(),
      )
      expect(owned('lppd/makro')).toEqual(
        inYear(table(macro, 'macro'), year)
          .map(r => r.id)
          .sort(),
      )
    },
  )
  it('are offices of the list, except where the row is not applicable here and says why', () => {
    for (const a of assignments)
      expect(a.office === null ? a.reason!.length > 0 : offices.some(o => o.id === a.office)).toBe(true)
    expect(assignments.filter(a => a.office === null).map(a => a.reason)).toEqual(['tidak ada panas bumi'])
  })
  it('owe what their assignments say: 7 file SPM, 25 LPPD, 49 SAKIP and LKPJ, one of them the budget, one the council’s words', () => {
    const owners = (form: string) => new Set(rowsOf(form).flatMap(a => a.office ?? []))
    expect(owners('spm/triwulan').size).toBe(7)
    const sakip = new Set(assignments.map(a => a.form).filter(form => form.startsWith('sakip/')))
    expect([...sakip]).toEqual(expect.arrayContaining(['sakip/evaluasi', 'sakip/lkjip']))
    for (const form of sakip)
      expect(rowsOf(form).map(a => [a.row, a.office])).toEqual(
        offices.filter(o => o.reports.includes('sakip')).map(o => ['*', o.id]),
      )
    expect(rowsOf('lkpj/tahunan').map(a => [a.row, a.office])).toEqual(
      offices.filter(o => o.reports.includes('lkpj')).map(o => ['*', o.id]),
    )
    const named = (form: string) => rowsOf(form).map(a => [a.row, offices.find(o => o.id === a.office)?.code])
    expect(named('lkpj/apbd')).toEqual([['*', 'bpkad']])
    expect(named('lkpj/rekomendasi')).toEqual([['*', 'setda']])
    const lppdOwners = new Set([...owners('lppd/tahunan'), ...owners('lppd/makro')])
    expect([...lppdOwners].every(id => offices.find(o => o.id === id)!.reports.includes('lppd'))).toBe(true)
    expect(count(offices.flatMap(o => o.reports))).toEqual({ spm: 7, lppd: 25, sakip: 49, lkpj: 49 })
  })
  it('count the money of a unit once: none files LKPJ under an office that does', () => {
    const filers = new Set(rowsOf('lkpj/tahunan').map(a => a.office))
    expect(offices.filter(o => filers.has(o.id) && filers.has(o.parent)).map(o => o.name)).toEqual([])
    expect(offices.filter(o => o.kind === 'kelurahan').every(o => filers.has(o.parent))).toBe(true)
  })
  it('have as many rows each as the list of owners says', () => {
    const of = (form: string) =>
      count(rowsOf(form).flatMap(a => (a.office === null ? [] : offices.find(o => o.id === a.office)!.code)))
    expect(of('lppd/makro')).toEqual({ bappeda: 6 })
    const spmRows = { disdik: 3, dinkes: 12, dpuprpkp: 4, satpolpp: 1, bpbd: 3, disdamkar: 1, dsp3a: 5 }
    expect(of('spm/triwulan')).toEqual(spmRows)
    expect(of('lppd/tahunan')).toEqual({
      ...{ disdik: 4, dinkes: 17, dpuprpkp: 20, satpolpp: 2, bpbd: 3, disdamkar: 2, dsp3a: 5, disnakertrans: 5 },
      ...{ dkpp: 3, dlh: 3, disdukcapil: 4, dpmd: 2, dishub: 2, diskominfo: 7, dkukmpp: 11, dpmptsp: 1 },
      ...{ disbudporapar: 9, dispusip: 4, diskan: 1, bpkad: 7, bapenda: 2, inspektorat: 2, setda: 3, bkpsdm: 3 },
    })
  })
  it('form a tree of 68 units with one id and one code each', () => {
    expect(offices).toHaveLength(68)
    expect(new Set(offices.map(o => o.id)).size).toBe(68)
    expect(new Set(offices.map(o => o.code)).size).toBe(68)
    for (const o of offices) {
      expect(o.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(o.parent === null || offices.some(p => p.id === o.parent && p.parent === null)).toBe(true)
    }
    expect(count(offices.map(o => o.kind))).toEqual({
      sekretariat: 2,
      bagian: 10,
      inspektorat: 1,
      dinas: 18,
      'unit-khusus': 1,
      badan: 7,
      kecamatan: 21,
      kelurahan: 8,
    })
  })
})
