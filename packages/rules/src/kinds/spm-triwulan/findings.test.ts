import { describe, expect, it } from 'vitest'
import type { Answers, Attached } from '../../types/Answers.ts'
import type { Scope } from '../../types/Scope.ts'
import { e1, evaluate, previous, withCells } from './spm.fixture.ts'

const asked = (answers: Answers, more: Partial<Scope> = {}, attached: Attached = {}) =>
  evaluate(answers, more, {}, attached)
    .findings.filter(f => f.level === 'explain' || f.level === 'wrong')
    .map(f => [f.code, f.at, f.blocks])
const recipients = (cells: Record<string, string>) => withCells(e1, 'recipients', 'ibu-hamil', cells)
const quality = (row: string, cells: Record<string, string>) => withCells(e1, 'quality', `ibu-hamil.${row}`, cells)

describe('SPM asks to explain', () => {
  it('nothing of a quarter that continues the previous one', () => {
    expect(asked(e1, { sources: previous(e1) })).toEqual([])
    expect(asked(e1)).toEqual([])
  })

  it('a changed target, with both figures', () => {
    const sources = previous(recipients({ due: '4700' }))
    expect(asked(e1, { sources })).toEqual([['due-changed', '/recipients/ibu-hamil/due', true]])
    const [finding] = evaluate(e1, { sources }).findings.filter(f => f.code === 'due-changed')
    expect(finding?.message).toContain('dari 4.700 (triwulan lalu) menjadi 4.800')
    const explained = withCells(e1, 'recipients', 'ibu-hamil', { 'why-due-changed': 'Data sasaran dari Dukcapil' })
    expect(asked(explained, { sources })).toEqual([['due-changed', '/recipients/ibu-hamil/due', false]])
  })

  it('fewer served than in the quarter before', () => {
    expect(asked(recipients({ served: '4511' }), { sources: previous(e1) })).toEqual([
      ['served-fell', '/recipients/ibu-hamil/served', true],
    ])
  })

  it('a flow that fell, not a stock', () => {
    const sources = previous(e1)
    expect(asked(quality('vaksin', { met: '4799' }), { sources })).toEqual([
      ['met-fell', '/quality/ibu-hamil.vaksin/met', true],
    ])
    expect(asked(quality('bidan', { met: '59' }), { sources })).toEqual([])
  })

  it('nothing of the previous year in a first quarter: every count and target starts over', () => {
    const first = {
      period: '2027-TW1',
      sources: previous(recipients({ due: '9000', served: '9000' }), { period: '2026-TW4' }),
    }
    expect(asked(e1, first)).toEqual([])
  })

  it('more served than recipients, and more met than required', () => {
    expect(asked(recipients({ served: '4801' }))).toEqual([['over-100', '/recipients/ibu-hamil/served', true]])
    expect(asked(quality('dokter', { met: '51' }))).toEqual([['row-over-100', '/quality/ibu-hamil.dokter/met', true]])
    expect(evaluate(recipients({ served: '5100' })).findings[0]?.message ?? '').not.toContain('NaN')
    const [over] = evaluate(recipients({ served: '5100' })).findings.filter(f => f.code === 'over-100')
    expect(over?.message).toContain('Terlayani 5.100 melebihi yang harus dilayani 4.800 (106,25 %)')
  })

  it('a zero where nil may be meant', () => {
    expect(asked(quality('vaksin', { required: '0', met: '0' }))).toEqual([
      ['zero-required', '/quality/ibu-hamil.vaksin/required', true],
    ])
    expect(asked(recipients({ due: '0', served: '0' }))).toEqual([['zero-due', '/recipients/ibu-hamil/due', true]])
  })

  it('more spent than the budget after its change, or before it where there was none', () => {
    const spend = (cells: Record<string, string>) =>
      asked({
        ...e1,
        budget: { '0199f5a0-0000-7000-8000-000000000001': { $parent: 'ibu-hamil', $position: 'a0', ...cells } },
      })
    const at = '/budget/0199f5a0-0000-7000-8000-000000000001/spent'
    expect(spend({ before: '100', spent: '101' })).toEqual([['spent-over-budget', at, true]])
    expect(spend({ before: '100', after: '90.5', spent: '95' })).toEqual([['spent-over-budget', at, true]])
    expect(spend({ before: '90', after: '100', spent: '95' })).toEqual([])
    expect(spend({ before: '100', spent: '100' })).toEqual([])
  })
})

describe('nil after the quarter before counted some', () => {
  const before = withCells(e1, 'recipients', 'ibu-hamil', { due: '100', served: '64' })
  const sources = previous(before)
  const nil = (more: Record<string, string> = {}): Answers => ({
    recipients: { 'ibu-hamil': { state: 'nil', reason: 'Tidak ada', ...more } },
  })
  const proved: Attached = { '/recipients/ibu-hamil/state': 1 }

  it('64 of 100 served in TW I, nil in TW II: asks to explain, with the earlier value', () => {
    const { findings } = evaluate(nil(), { sources }, {}, proved)
    expect(findings.filter(({ blocks }) => blocks)).toMatchObject([
      {
        code: 'nil-after-served',
        level: 'explain',
        at: '/recipients/ibu-hamil/state',
        why: '/recipients/ibu-hamil/why-nil-after-served',
      },
    ])
    expect(findings[0]?.message).toContain('sudah terlayani 64 orang')
    const explained = nil({ 'why-nil-after-served': 'TW I salah input, sudah dikoreksi.' })
    expect(asked(explained, { sources }, proved)).toEqual([['nil-after-served', '/recipients/ibu-hamil/state', false]])
  })

  it('is nothing where none was served, where it was nil already, and in a first quarter', () => {
    const none = previous(withCells(e1, 'recipients', 'ibu-hamil', { due: '100', served: '0' }))
    expect(asked(nil(), { sources: none }, proved)).toEqual([])
    expect(asked(nil(), { sources: previous(nil()) }, proved)).toEqual([])
    const first = { period: '2027-TW1', sources: previous(before, { period: '2026-TW4' }) }
    expect(asked(nil(), first, proved)).toEqual([])
  })

  it('asks for a quality row that counted too, once, and not for a stock', () => {
    const state = { state: 'nil', reason: 'Tidak ada' }
    expect(asked(quality('vaksin', state), { sources: previous(e1) })).toEqual([
      ['nil-after-met', '/quality/ibu-hamil.vaksin/state', true],
    ])
    expect(asked(quality('bidan', state), { sources: previous(e1) })).toEqual([])
    const notApplicable = { state: 'notApplicable', reason: 'Tidak ada' }
    const { findings } = evaluate(quality('vaksin', notApplicable), { sources: previous(e1) })
    expect(findings.map(({ code }) => code)).toContain('nil-after-met')
    expect(findings.find(({ code }) => code === 'nil-after-met')?.message).toContain('Dinyatakan tidak berlaku')
  })
})

describe('nil', () => {
  const nil: Answers = {
    ...e1,
    recipients: { 'ibu-hamil': { state: 'nil', reason: 'Tidak ada ibu hamil', due: '0', served: '7' } },
  }

  it('needs evidence at the state itself', () => {
    expect(asked(nil)).toEqual([['nil-without-proof', '/recipients/ibu-hamil/state', true]])
    expect(asked(nil, {}, { '/recipients/ibu-hamil/due': 1 })).toHaveLength(1)
    expect(asked(nil, {}, { '/recipients/ibu-hamil/state': 1 })).toEqual([])
  })

  it('requires nothing of the row’s kept values, nor of its children', () => {
    const { findings, progress, figures } = evaluate(nil, {}, {}, { '/recipients/ibu-hamil/state': 1 })
    expect(findings).toEqual([])
    expect(progress['ibu-hamil']).toEqual({ filled: 11, all: 11 })
    expect(figures.filter(f => f.code !== 'completeness').map(f => f.why)).toEqual(figures.slice(2).map(() => 'nil'))
  })

  it('in the previous quarter is compared with nothing', () => {
    expect(asked(e1, { sources: previous(nil) })).toEqual([])
  })
})
