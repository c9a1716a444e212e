import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recompute } from '../figures/recompute.ts'
import { countedOf, e1, evaluate, served, spmCatalogue } from '../kinds/spm-triwulan/spm.fixture.ts'
import { exact, zero } from '../numbers/decimal.ts'
import { roundShown } from '../numbers/formatNumber.ts'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import type { Catalogue } from '../types/Catalogue.ts'
import type { CountedFigure, Figure } from '../types/Figure.ts'
import type { LeaderData, LeaderReport } from './LeaderData.ts'
import { leaderSummary } from './leaderSummary.ts'
import { report as lppd } from './lppd.fixture.ts'
import type { Sentence } from './Sentence.ts'

const none = { now: null, before: null }
const empty: LeaderData = {
  year: 2026,
  reports: { spm: none, lppd: none, macro: none, sakip: none, lkpj: none },
  punctuality: [],
  targets: [],
  behind: { offices: [], more: 0 },
}
const read = (data: Partial<LeaderData>) => leaderSummary({ ...empty, ...data })
const said = ({ text }: Sentence): string =>
  text.map(piece => (piece.piece === 'text' ? piece.text : piece.said)).join('')
const sentence = (data: Partial<LeaderData>, id: Sentence['id']): Sentence =>
  read(data).sentences.find(one => one.id === id)!

const office = (id: string) => ({ id, name: `Dinas ${id}`, shortName: id })
const of = (report: Pick<LeaderReport, 'form' | 'period'> & Partial<LeaderReport>): LeaderReport => ({
  rules: defaultRuleSet,
  catalogue: spmCatalogue,
  owners: new Map(),
  counted: [],
  otherRules: false,
  nameOf: row => row,
  officeOf: office,
  ...report,
})

/** The SPM of one office that owes these services; null: not in yet. */
const spm = (period: string, services: Record<string, string | null>, more: Partial<LeaderReport> = {}) => {
  const all = Object.entries(services).map(([id, index]) => ({
    id,
    index,
    made: served(id, 'kesehatan', index ?? '0'),
  }))
  return of({
    form: 'spm/triwulan',
    period,
    catalogue: { ...spmCatalogue, rows: all.map(({ made }) => made.row) },
    owners: new Map(all.map(({ id }) => [id, ['dinkes']])),
    counted: all.flatMap(({ index, made }): CountedFigure[] =>
      index !== null && made.index ? [{ office: 'dinkes', standing: 'final', figure: made.index }] : [],
    ),
    ...more,
  })
}

describe('the sentence about minimum services', () => {
  it('says the index with its category, the change on last year, and what both cover', () => {
    const now = spm('2026-TW3', { a: '90', b: '80' })
    expect(
      said(
        sentence({ reports: { ...empty.reports, spm: { now, before: spm('2025-TW3', { a: '75', b: '75' }) } } }, 'spm'),
      ),
    ).toBe(
      'Indeks pencapaian SPM daerah sampai Triwulan III 2026: 85,00 (Tuntas Madya), naik 10,00 poin dari Triwulan III 2025. 2 dari 2 layanan sudah masuk.',
    )
    const half = spm('2025-TW3', { a: '95', b: null })
    expect(said(sentence({ reports: { ...empty.reports, spm: { now, before: half } } }, 'spm'))).toContain(
      'turun 10,00 poin dari Triwulan III 2025 (ketika itu 1 dari 2 layanan).',
    )
  })

  it('compares nothing across rule sets', () => {
    const before = spm('2025-TW3', { a: '75' })
    const other = { ...before, rules: { ...defaultRuleSet, id: 'lain' } }
    const now = spm('2026-TW3', { a: '90' })
    expect(said(sentence({ reports: { ...empty.reports, spm: { now, before: other } } }, 'spm'))).toContain(
      'tidak dibandingkan dengan Triwulan III 2025 karena aturan penghitungannya lain',
    )
  })

  it('compares nothing with figures that are still of other rules', () => {
    const old = spm('2025-TW3', { a: '75' })
    const counted = old.counted.map(one => ({
      ...one,
      figure: { ...one.figure, derivation: { ...one.figure.derivation, ruleSet: 'lama' } },
    }))
    const now = spm('2026-TW3', { a: '90' })
    const said1 = said(sentence({ reports: { ...empty.reports, spm: { now, before: { ...old, counted } } } }, 'spm'))
    expect(said1).toContain('tidak dibandingkan dengan Triwulan III 2025 karena aturan penghitungannya lain')
  })

  it('names a handful of the offices that share a service, and how many more there are', () => {
    const offices = Array.from({ length: 1000 }, (_, n) => `o${n}`)
    const now = of({
      form: 'spm/triwulan',
      period: '2026-TW4',
      owners: new Map([['ibu-hamil', ['dinkes', ...offices]]]),
      counted: countedOf('dinkes', evaluate(e1)),
    })
    const [part] = sentence({ reports: { ...empty.reports, spm: { now, before: null } } }, 'spm').why!.parts
    expect([part!.offices.length, part!.moreOffices]).toEqual([5, 996])
  })

  it('says that nothing is in, and what comes when', () => {
    const punctuality = [
      {
        form: 'spm/triwulan',
        period: '2026-TW1',
        due: '2026-04-20',
        owed: 6,
        submitted: 0,
        approved: 0,
        over: { owed: 0, submitted: 0, onTime: 0, approved: 0 },
      } as const,
    ]
    expect(said(sentence({ punctuality }, 'spm'))).toBe(
      'Belum ada laporan SPM yang masuk. Triwulan I 2026 ditunggu paling lambat 20 April 2026.',
    )
    expect(said(sentence({ punctuality }, 'reports'))).toBe('Belum ada laporan tahun 2026 yang jatuh tempo.')
  })
})

describe('the sentence about evaluations', () => {
  const file = new URL('../kinds/sakip-evaluasi/catalogue.json', import.meta.url)
  const catalogue: Catalogue = JSON.parse(readFileSync(file, 'utf8'))
  const weights = {
    'perencanaan-kinerja': 30,
    'pengukuran-kinerja': 30,
    'pelaporan-kinerja': 15,
    'evaluasi-internal': 25,
  }
  const groups = Object.keys(weights).filter(id => catalogue.groups.some(group => group.id === id))
  const figure = (row: string, inputs: { name: string; at: string; value: string }[]): Figure => {
    const derivation = {
      formula: 'sum.1',
      inputs,
      left: [],
      params: {},
      cap: null,
      floor: null,
      ruleSet: '2021.1',
      legal: null,
    }
    return { code: 'sakip.score', row, unit: '', band: null, basis: null, ...recompute(derivation), derivation }
  }
  /** An office whose components came to these shares of their weight, in percent. */
  const evaluated = (id: string, shares: readonly number[]): CountedFigure[] => {
    const components = catalogue.groups.map(({ id: group }, n) => {
      const weight = catalogue.rows
        .filter(row => row.group === group && row.attrs?.weight)
        .reduce((sum, row) => sum.plus(exact(row.attrs?.weight ?? '0')), zero)
      const value = weight.times(exact(String(shares[n % shares.length] ?? 0))).div(exact('100'))
      return figure(group, [{ name: 'x', at: 'constant:x', value: value.toFixed() }])
    })
    const inputs = components.map(one => ({
      name: one.row,
      at: `figure:sakip.score/${one.row}`,
      value: one.value ?? '0',
    }))
    const whole = { ...figure('', inputs), code: 'completeness' }
    return [...components, figure('', inputs), whole].map(one => ({ office: id, standing: 'final', figure: one }))
  }
  const report = (offices: Record<string, readonly number[]>) =>
    of({
      form: 'sakip/evaluasi',
      period: '2025',
      catalogue,
      owners: new Map([['*', Object.keys(offices)]]),
      counted: Object.entries(offices).flatMap(([id, shares]) => evaluated(id, shares)),
    })
  const sakip = (offices: Record<string, readonly number[]>) =>
    sentence({ reports: { ...empty.reports, sakip: { now: report(offices), before: null } } }, 'sakip')

  it('is their mean; each component costs what it lacks, shared by the offices', () => {
    expect(groups.length).toBeGreaterThan(2)
    const { why, ...rest } = sakip({ a: [80], b: [60] })
    expect(said(rest as Sentence)).toContain('Rata-rata nilai SAKIP perangkat daerah Tahun 2025: 70,00')
    expect(why!.parts).toHaveLength(catalogue.groups.length)
    expect(why!.parts[0]!.shares.map(({ office: { id } }) => id)).toEqual(['b', 'a'])
  })

  it('covers the offices that were evaluated, not those that only submitted', () => {
    const whole = (id: string): CountedFigure => ({
      office: id,
      standing: 'provisional',
      figure: { ...figure('', [{ name: 'x', at: 'constant:x', value: '100' }]), code: 'completeness' },
    })
    const ids = Array.from({ length: 48 }, (_, n) => `o${n}`)
    const { counted, ...rest } = report({ a: [82] })
    const now = { ...rest, counted: [...counted, ...ids.map(whole)], owners: new Map([['*', ['a', ...ids]]]) }
    const found = sentence({ reports: { ...empty.reports, sakip: { now, before: null } } }, 'sakip')
    expect(said(found)).toContain('1 dari 49 perangkat daerah sudah masuk')
    expect(found.standing).toBe('incomplete')
    expect(found.why!.missing).toBe(48)
  })

  it('adds up to all that the mean lacks of 100', () => {
    const share = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(fc.array(fc.array(share, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 }), all => {
        const { why } = sakip(Object.fromEntries(all.map((shares, n) => [`o${n}`, shares])))
        const sum = (why?.parts ?? []).reduce((total, { costs }) => total.plus(exact(costs)), zero)
        expect(roundShown(sum.toFixed(), 25)).toBe(roundShown(exact('100').minus(exact(why!.value)).toFixed(), 25))
      }),
    )
  })
})

describe('who is furthest behind', () => {
  const behind = (late: number, days: number, id: string) => ({ office: office(id), late, owed: 10, days })

  it('are as many as are given, and how many more are as far behind', () => {
    const offices = [behind(3, 9, 'a'), behind(3, 2, 'b'), behind(1, 5, 'c')]
    const found = read({ behind: { offices, more: 997 } }).behind
    expect(found.offices.map(({ office: { id } }) => id)).toEqual(['a', 'b', 'c'])
    expect(found.more).toBe(997)
    expect(found.measure).toMatch(/lewat batas waktu dan belum dikirim/)
  })
})

describe('the sentence about reports', () => {
  const due = (period: string, form: 'spm/triwulan' | 'lppd/tahunan', owed: number, onTime: number) => ({
    form,
    period,
    due: '2026-04-20',
    owed,
    submitted: onTime,
    approved: 0,
    over: { owed, submitted: onTime, onTime, approved: 0 },
  })

  it('compares a part of a year with the same part of the last one', () => {
    const punctuality = [
      due('2025-TW1', 'spm/triwulan', 10, 5),
      due('2025-TW2', 'spm/triwulan', 10, 10),
      due('2025', 'lppd/tahunan', 600, 600),
      due('2026-TW1', 'spm/triwulan', 20, 12),
      due('2026-TW2', 'spm/triwulan', 0, 0),
    ]
    expect(said(sentence({ punctuality }, 'reports'))).toContain(
      'tepat waktu (60,00 %), naik 10,00 poin dari periode yang sama tahun 2025 (ketika itu dari 10 laporan).',
    )
  })
})

describe('a form of which no figure can be said', () => {
  const line = (form: 'sakip/evaluasi' | 'lppd/tahunan', owed: number, submitted: number) => ({
    form,
    period: '2026',
    due: '2027-01-31',
    owed,
    submitted,
    approved: 0,
    over: { owed: 0, submitted: 0, onTime: 0, approved: 0 },
  })

  it('says what was submitted nevertheless, and does not deny the obligation', () => {
    expect(said(sentence({ punctuality: [line('sakip/evaluasi', 49, 30)] }, 'sakip'))).toBe(
      'Belum ada angka evaluasi SAKIP. Tahun 2026: 30 dari 49 laporan sudah dikirim, belum ada yang selesai dinilai.',
    )
    expect(said(sentence({ punctuality: [line('lppd/tahunan', 40, 1)] }, 'lppd'))).toBe(
      'Belum ada angka LPPD. Tahun 2026: 1 dari 40 laporan sudah dikirim, belum ada yang disetujui.',
    )
  })

  it('says that there is no obligation only where there is none', () => {
    expect(said(sentence({}, 'lppd'))).toBe(
      'Belum ada laporan LPPD yang masuk. Kewajiban lapor tahun 2026 belum dibuat.',
    )
  })

  it('is not said of a form that has a figure of an earlier period: what is newer is said after it', () => {
    const now = spm('2025-TW4', { a: '90' })
    const newer = { ...line('lppd/tahunan', 6, 2), form: 'spm/triwulan', period: '2026-TW1' } as const
    const all = { punctuality: [newer], reports: { ...empty.reports, spm: { now, before: null } } }
    expect(said(sentence(all, 'spm'))).toMatch(
      /1 dari 1 layanan sudah masuk\. Triwulan I 2026: 2 dari 6 laporan sudah dikirim, belum ada yang disetujui\.$/,
    )
  })
})

it('says of the indicators with a target which of them it counts, and in how many offices', () => {
  const target = (id: string, owed: number, measured: number, approved: number, reached: number) => ({
    ...{ period: '2025', office: office(id), owed, measured, approved, reached, ruleSet: defaultRuleSet.id },
  })
  const reports = {
    ...empty.reports,
    lppd: { now: lppd('2025', { miskin: '7' }), before: lppd('2024', { miskin: '8' }) },
  }
  const lines = sentence({ reports, targets: [target('a', 4, 3, 3, 2), target('b', 5, 5, 0, 1)] }, 'lppd')
  expect(said(lines)).toContain(
    '; dari 8 indikator perjanjian kinerja yang terukur di 2 perangkat daerah, 3 mencapai target',
  )
  const counts = lines.text.flatMap(piece => (piece.piece === 'figure' && piece.value === '8' ? [piece] : []))
  expect(counts).toMatchObject([{ coverage: { owed: 9, reported: 8, approved: 3 }, standing: 'incomplete' }])
})
