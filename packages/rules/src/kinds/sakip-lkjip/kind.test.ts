import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { report, reportForm, told } from '#test/performanceReport.ts'
import { type Chain, figure, indicatorId, objectiveId, programmeId } from '#test/sakipChain.ts'
import { recompute } from '../../figures/recompute.ts'
import { carriedAnswers } from '../../form/carriedAnswers.ts'
import { kind } from './kind.ts'

const year = (target: string, realized: string, register = {}): NonNullable<Chain['indicators']>[string] => ({
  target,
  realized: [null, null, null, realized],
  register: { renstra5: '100', ...register },
})
const chain: Chain = {
  indicators: {
    nilai: year('87.75', '90.33'),
    aduan: { ...year('9.2', '9.53', { direction: 'lower', renstra5: '8' }), objective: 'Sasaran B' },
  },
  programmes: {
    satu: { budget: '925896500', spent: [null, null, null, '826994935'] },
    dua: { budget: '60000000', spent: [null, null, null, '0'] },
  },
}
const [nilai, aduan] = [indicatorId(chain, 'nilai'), indicatorId(chain, 'aduan')]
const [a, b] = [objectiveId(chain, 'Sasaran A'), objectiveId(chain, 'Sasaran B')]
const codes = (of: { code: string; at: string }[]) => of.map(({ code, at }) => `${code} ${at}`)

describe('the report of a year', () => {
  it('has four chapters: two before the objectives, each of these a section of the third, money, and the end', () => {
    expect(reportForm(chain).sections.map(({ id, title, group }) => [id, title, group])).toEqual([
      ['ikhtisar', 'Ikhtisar eksekutif', null],
      ['pendahuluan', 'Bab I Pendahuluan', null],
      ['perencanaan', 'Bab II Perencanaan kinerja', null],
      [a, 'Sasaran A', 'Bab III Akuntabilitas kinerja'],
      [b, 'Sasaran B', 'Bab III Akuntabilitas kinerja'],
      ['programs', 'Bab III Realisasi anggaran', null],
      ['closing', 'Bab IV Penutup', null],
    ])
  })

  it('asks of each objective the seven analyses, the one against a national standard only where there is one', () => {
    const asked = report(chain).findings.filter(({ at, code }) => code === 'empty' && at.startsWith(`/analyses/${a}/`))
    expect(asked.map(({ at, blocks }) => [at.split('/')[3], blocks])).toEqual(
      ['thisYear', 'earlier', 'midTerm', 'causes', 'efficiency', 'programs'].map(field => [field, true]),
    )
    expect(Object.keys(kind.tables.analyses!.fields)).toHaveLength(7)
    const { all } = report(chain).progress[a]!
    expect(all).toBe(1)
  })

  it('puts the analyses of an objective after their numbers', () => {
    const [objective] = reportForm(chain).sections.find(({ id }) => id === a)!.blocks
    const blocks = objective!.rows[0]!.blocks.map(({ table, rows }) => [table, rows.map(({ id }) => id)])
    expect(blocks).toEqual([
      ['indicators', [nilai]],
      ['analyses', [a]],
    ])
    expect(kind.tables.objectives!.fields).toEqual({})
  })

  it('shows the help for typed earlier years once, at the first', () => {
    const { fields } = kind.tables.indicators!
    expect([1, 2, 3, 4].map(back => fields[`earlier${back}`]?.help !== undefined)).toEqual([true, false, false, false])
  })

  it('carries over from the previous year what changes little, and no analysis', () => {
    const text = { text: 'Dinas Sosial dibentuk dengan Perda 5/2016.' }
    const answers = { opening: { 'pendahuluan.gambaran-umum': text }, closing: { 'penutup.simpulan': text } }
    const form = reportForm(chain)
    const previous = { answers, rows: form.rows(answers), status: 'approved' as const }
    const scope = { office: { id: 'a', name: 'A' }, period: '2026', rows: '*' as const, plan: { from: 2025, to: 2029 } }
    expect(carriedAnswers(form, { ...scope, sources: { previous } })).toEqual({ opening: answers.opening })
  })
})

describe('the result of the year', () => {
  it('is read from the agreement and the fourth quarter', () => {
    const evaluation = report(chain)
    expect(figure(evaluation, 'sakip.target', nilai).value).toBe('87.7500')
    expect(figure(evaluation, 'sakip.realization', nilai).value).toBe('90.3300')
    expect(figure(evaluation, 'sakip.achievement', nilai).value).toBe('102.9402') // Banyuwangi, Setda 2023
    expect(figure(evaluation, 'sakip.achievement', aduan).value).toBe('96.4130') // Manggarai Timur 2019, 2T − R
    expect(figure(evaluation, 'sakip.objective', a).value).toBe('102.9402')
    expect(figure(evaluation, 'sakip.office').value).toBe('99.6766')
  })

  it('is a number that came in later, with the reason for the difference', () => {
    const answers = { indicators: { [nilai]: { final: '91.2' } } }
    const evaluation = report(chain, answers)
    expect(figure(evaluation, 'sakip.achievement', nilai).value).toBe('103.9316')
    const differs = evaluation.findings.find(({ code }) => code === 'differs-from-quarter')
    expect(differs).toMatchObject({ at: `/indicators/${nilai}/final`, blocks: true })
    expect(differs?.message).toContain('91,2')
    expect(differs?.message).toContain('90,33')
    const same = report(chain, { indicators: { [nilai]: { final: '90.33' } } })
    expect(codes(same.findings)).not.toContain(`differs-from-quarter /indicators/${nilai}/final`)
  })

  it('is asked for where no quarter has it', () => {
    const evaluation = report(chain, {}, {}, false)
    expect(codes(evaluation.findings)).toEqual(
      expect.arrayContaining(['measurement-missing ', `not-realized /indicators/${nilai}/final`]),
    )
    expect(figure(evaluation, 'sakip.achievement', nilai)).toMatchObject({ value: null, why: 'empty' })
  })

  it('is a step of the scale where the indicator has one', () => {
    const steps: Chain = { indicators: { opini: year('WTP', 'WDP', { scale: 'opini-bpk', renstra5: 'WTP' }) } }
    const row = indicatorId(steps, 'opini')
    const evaluation = report(steps)
    expect(figure(evaluation, 'sakip.achievement', row).value).toBe('75.0000')
    expect(figure(evaluation, 'sakip.midTerm', row).value).toBe('75.0000')
    const called = (code: string) => evaluation.figures.find(one => one.code === code && one.row === row)?.band?.id
    expect([called('sakip.target'), called('sakip.realization')]).toEqual(['WTP', 'WDP'])
    const later = report(steps, { indicators: { [row]: { final: 'WTP' } } })
    expect(later.findings.find(({ code }) => code === 'differs-from-quarter')?.message).toContain('(WDP)')
    const wrong = report(steps, { indicators: { [row]: { final: '4' } } })
    expect(codes(wrong.findings)).toContain(`not-on-scale /indicators/${row}/final`)
  })
})

describe('comparisons', () => {
  it('with earlier years are read from their reports, else typed; a year without data is left out', () => {
    const earlier = { previous: told({ [nilai]: { realization: '90.1', achievement: '102.79' } }) }
    const evaluation = report(chain, { indicators: { [nilai]: { earlier2: '87.64' } } }, earlier)
    expect(figure(evaluation, 'sakip.realization1', nilai).value).toBe('90.1000')
    expect(figure(evaluation, 'sakip.achievement1', nilai).value).toBe('102.7900')
    expect(figure(evaluation, 'sakip.realization2', nilai).value).toBe('87.6400')
    expect(figure(evaluation, 'sakip.change', nilai).value).toBe('0.2300')
    const there = evaluation.figures.map(one => `${one.code}/${one.row}`)
    for (const code of ['sakip.achievement2', 'sakip.realization3']) expect(there).not.toContain(`${code}/${nilai}`)
    expect(there).not.toContain(`sakip.realization1/${aduan}`)
  })

  it('with the plan and the nation follow the formula of the indicator', () => {
    const national = { indicators: { [aduan]: { national: '7', nationalSource: 'BPS 2025' } } }
    const evaluation = report(chain, national)
    expect(figure(evaluation, 'sakip.midTerm', nilai).value).toBe('90.3300')
    expect(figure(evaluation, 'sakip.midTerm', aduan).value).toBe('80.8750')
    expect(figure(evaluation, 'sakip.national', aduan).value).toBe('63.8571')
    const unsourced = report(chain, { indicators: { [aduan]: { national: '7' } } })
    expect(codes(unsourced.findings)).toContain(`national-without-source /indicators/${aduan}/nationalSource`)
  })
})

describe('money', () => {
  const [satu, dua] = [programmeId(chain, 'satu'), programmeId(chain, 'dua')]

  it('is the spending of the quarters or the report, by programme and in all', () => {
    const evaluation = report(chain, { programs: { [dua]: { spent: '61000000' } } })
    expect(figure(evaluation, 'sakip.absorption', satu).value).toBe('89.3183') // Ogan Ilir 2016
    expect(figure(evaluation, 'sakip.budget', satu).value).toBe('925896500.0000')
    expect(figure(evaluation, 'sakip.spent', satu).value).toBe('826994935.0000')
    expect(figure(evaluation, 'sakip.remaining', satu).value).toBe('98901565.0000') // printed as Rp98.901.565
    expect(figure(evaluation, 'sakip.remaining', dua).value).toBe('-1000000.0000')
    expect(figure(evaluation, 'sakip.spent').value).toBe('887994935.0000')
    expect(figure(evaluation, 'sakip.remaining').value).toBe('97901565.0000')
    expect(codes(evaluation.findings)).toContain(`spent-over-budget /programs/${dua}/spent`)
  })

  it('the remainder is unknown while a programme has no spending', () => {
    const { programmes, ...rest } = chain
    const evaluation = report({ ...rest, programmes: { ...programmes, dua: { budget: '60000000' } } })
    expect(figure(evaluation, 'sakip.remaining')).toMatchObject({ value: null, why: 'empty' })
    expect(figure(evaluation, 'sakip.remaining', satu).value).toBe('98901565.0000')
    expect(figure(evaluation, 'sakip.absorption').value).toBe('89.3183')
  })

  it('has an efficiency, for the office and for each objective by its programmes', () => {
    const evaluation = report(chain, { programs: { [satu]: { objective: a } } })
    expect(figure(evaluation, 'sakip.efficiency', a).value).toBe('13.6219')
    expect(figure(evaluation, 'sakip.efficiency').value).toBe('15.7941')
    expect(evaluation.figures.some(one => one.code === 'sakip.efficiency' && one.row === b)).toBe(false)
    const saving = report({ ...chain, rules: { efficiency: 'saving' } }, { programs: { [satu]: { objective: a } } })
    expect(figure(saving, 'sakip.efficiency', a).value).toBe('10.6817')
    expect(figure(saving, 'sakip.efficiency').why).toBe('notApplicable')
  })
})

it('every figure follows from its derivation alone, whatever was realized', () => {
  const amount = fc.integer({ min: 0, max: 400 }).map(String)
  fc.assert(
    fc.property(amount, amount, amount, (target, realized, before) => {
      const one: Chain = { ...chain, indicators: { x: year(target, realized) } }
      const row = indicatorId(one, 'x')
      const { figures } = report(one, { indicators: { [row]: { earlier1: before, national: before } } })
      for (const { derivation, value, raw, why } of figures)
        expect(recompute(derivation)).toMatchObject({ value, raw, why })
      expect(figures.find(({ code }) => code === 'sakip.change')?.value).toBe(String(Number(realized) - Number(before)))
    }),
    { numRuns: 40 },
  )
})
