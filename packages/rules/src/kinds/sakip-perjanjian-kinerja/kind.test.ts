import { describe, expect, it } from 'vitest'
import {
  agreementAnswers,
  type Chain,
  figure,
  formOf,
  indicatorId,
  type Measured,
  registerSource,
  scopeOf,
} from '#test/sakipChain.ts'
import { carriedAnswers } from '../../form/carriedAnswers.ts'
import { schemaOf } from '../../form/schemaOf.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import type { Answers } from '../../types/Answers.ts'
import type { Anchor } from '../../types/Pointer.ts'
import { kind } from './kind.ts'

const attached: Record<Anchor, number> = { '': 0, '/document/document': 1 }
const form = (chain: Chain, number?: number) =>
  formOf(kind, '2026', { register: registerSource(chain) }, defaultRuleSet, number)
const evaluate = (
  chain: Chain,
  {
    number,
    files = attached,
    answers = agreementAnswers(chain),
  }: { number?: number; files?: typeof attached; answers?: Answers } = {},
) => form(chain, number).evaluate(answers, files)
const own = Object.keys(kind.findings)
const found = (...given: Parameters<typeof evaluate>) =>
  evaluate(...given).findings.filter(one => own.includes(one.code))
const codes = (...given: Parameters<typeof evaluate>) => found(...given).map(one => one.code)

const agreed: Chain = { indicators: { 'Indeks SPBE': { target: '3.3', targets: ['3', '3.1', '3.2', '3.3'] } } }
const row = indicatorId(agreed, 'Indeks SPBE')

describe('the agreement', () => {
  it('takes objectives and agreed indicators from the register, ids and order kept', () => {
    const chain: Chain = {
      indicators: {
        a: { objective: 'Satu', target: '1' },
        b: { register: { agreed: false } },
        c: { objective: 'Satu', target: '2' },
      },
    }
    const rows = form(chain).rows(agreementAnswers(chain))
    expect(rows.objectives?.map(one => one.label)).toEqual(['Satu', 'Sasaran A'])
    expect(rows.indicators?.map(one => [one.id, one.label])).toEqual([
      [indicatorId(chain, 'a'), 'a'],
      [indicatorId(chain, 'c'), 'c'],
    ])
    expect(schemaOf(form(chain)).safeParse(agreementAnswers({ indicators: { a: chain.indicators!.a! } })).success).toBe(
      true,
    )
  })

  it('starts with the target of the year from the register, without findings', () => {
    const started = (register: Measured['register']) => {
      const chain: Chain = { indicators: { a: { register } } }
      const scope = scopeOf('2026', { register: registerSource(chain) })
      const answers = carriedAnswers(form(chain), scope)
      const differs = form(chain)
        .evaluate(answers, attached)
        .findings.filter(({ code }) => code.startsWith('differs'))
      expect(differs).toEqual([])
      return answers.indicators?.[indicatorId(chain, 'a')]
    }
    expect(started({ renstra1: '70', renstra2: '80', renstra3: '85' })).toEqual({ target: '80' })
    expect(started({ renstra2: '80', iku: true, iku2: '80' })).toEqual({ target: '80' })
    expect(started({ iku: true, iku2: '82' })).toEqual({ target: '82' })
    expect(started({ renstra2: '80', iku2: '82' })).toEqual({ target: '80' })
    expect(started({ renstra1: '70' })).toBeUndefined()
    // Renstra and IKU differ: the office chooses
    expect(started({ renstra2: '80', iku: true, iku2: '82' })).toBeUndefined()
  })

  it('has no findings where targets agree', () => {
    const register = { iku: true, renstra2: '3.3', iku2: '3.3', renstra1: '1' }
    expect(codes({ indicators: { a: { ...agreed.indicators!['Indeks SPBE'], register } } })).toEqual([])
  })

  it('asks why a target differs from the Renstra and from the IKU of the year', () => {
    const register = { iku: true, renstra2: '3.4', iku2: '3.5' }
    const chain: Chain = { indicators: { a: { ...agreed.indicators!['Indeks SPBE'], register } } }
    expect(codes(chain)).toEqual(['differs-from-renstra', 'differs-from-iku'])
    expect(codes({ indicators: { a: { ...chain.indicators!.a, register: { ...register, iku: false } } } })).toEqual([
      'differs-from-renstra',
    ])
    const why = { 'why-differs-from-renstra': 'Anggaran berubah', 'why-differs-from-iku': 'Anggaran berubah' }
    const answers = agreementAnswers(chain)
    expect(
      found(chain, { answers: { ...answers, indicators: { [row]: { ...answers.indicators?.[row], ...why } } } }).some(
        one => one.blocks,
      ),
    ).toBe(false)
  })

  it('asks why quarters do not give the year: their sum, or their last', () => {
    const quarters = (targets: (string | null)[], quarterly: string, target = '100') =>
      codes({ indicators: { a: { target, targets, register: { quarterly } } } })
    expect(quarters(['25', '25', '25', '25'], 'sum')).toEqual([])
    expect(quarters([null, null, null, '100'], 'sum')).toEqual([])
    expect(quarters(['25', '25', '25', '24.5'], 'sum')).toEqual(['quarters-differ-from-target'])
    expect(quarters(['25', '50', '75', '100'], 'last')).toEqual([])
    expect(quarters(['25', '50', '75', '90'], 'last')).toEqual(['quarters-differ-from-target'])
    expect(quarters(['25', null, null, null], 'sum')).toEqual([])
  })

  it('refuses a target that is not on the scale of its indicator', () => {
    const chain: Chain = {
      indicators: { a: { target: 'WTP', targets: [null, null, null, 'Baik'], register: { scale: 'opini-bpk' } } },
    }
    expect(found(chain).map(one => [one.code, one.at])).toEqual([
      ['not-on-scale', `/indicators/${row}/tw4`],
      ['quarters-differ-from-target', `/indicators/${row}/tw4`],
    ])
  })

  it('says when the register is not approved, and that without agreed indicators there is nothing to sign', () => {
    expect(found({ ...agreed, status: 'handed-in' }).map(one => [one.code, one.at, one.level])).toEqual([
      ['register-not-approved', '', 'notice'],
    ])
    expect(codes({ ...agreed, status: 'draft' })).toEqual(['register-not-approved'])
    expect(codes({ ...agreed, status: 'given' })).toEqual([])
    expect(found({ indicators: {} })[0]).toMatchObject({ code: 'register-missing', blocks: true })
    expect(
      formOf(kind, '2026')
        .evaluate({})
        .findings.find(one => one.code === 'register-missing')?.at,
    ).toBe('')
  })

  it('needs a reason from its second number on', () => {
    expect(codes(agreed, { number: 1 })).toEqual([])
    expect(found(agreed, { number: 2 })[0]).toMatchObject({
      code: 'reason-required',
      blocks: true,
      at: '/document/document/reason',
    })
    const answers = agreementAnswers(agreed)
    const reason = { document: { document: { ...answers.document?.document, reason: 'Pergantian pejabat' } } }
    expect(codes(agreed, { number: 2, answers: { ...answers, ...reason } })).toEqual([])
  })

  it('expects the signed scan, which cannot be there before the paper is printed', () => {
    expect(found(agreed, { files: { '': 0 } })[0]).toMatchObject({
      code: 'scan-missing',
      level: 'notice',
      blocks: false,
    })
    expect(codes(agreed, { files: { '': 0, '/document/document/date': 1 } })).toEqual([])
  })

  it('keeps targets and budget as figures', () => {
    const chain: Chain = {
      indicators: { a: { target: 'WTP', register: { scale: 'opini-bpk', unit: 'opini' } } },
      programmes: { satu: { budget: '100000000' }, dua: { budget: '50000000.5' } },
    }
    const evaluation = evaluate(chain)
    expect(figure(evaluation, 'sakip.target', row).value).toBe('4.0000')
    expect(figure(evaluation, 'sakip.budget').value).toBe('150000000.5000')
  })
})
