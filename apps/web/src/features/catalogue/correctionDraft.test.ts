import { describe, expect, it } from 'vitest'
import { wrongFields } from '#testing/wrongFields.ts'
import { changeOf, correctionBody, correctionUnread, draftOf, rebased, withKind } from './correctionDraft.ts'
import type { CatalogueRow } from './queries.ts'

const row: CatalogueRow = {
  form: 'a/b',
  id: 'x',
  table: 'recipients',
  parent: null,
  group: null,
  code: '1.02-01',
  codeOfficial: false,
  label: 'Ibu hamil',
  unit: 'orang',
  direction: 'higher',
  formula: { kind: 'ratio', inputs: { served: 'Terlayani', due: 'Harus dilayani' }, factor: '100' },
  ownRule: false,
  inputNames: {},
  attrs: { measure: 'flow', component: 'goods' },
  bounds: null,
  help: '',
  legal: 'Permenkes 6/2024',
  warning: '',
  confidence: 'memory',
  verified: false,
  source: 'ingatan',
  note: '',
  from: 2024,
  to: 2028,
  owner: 'Dinas Kesehatan',
}
const draft = draftOf(row, 2027)
const named = async (more: object) => {
  const typed = { ...draft, reason: 'r', ...more }
  const body = correctionBody(row, 1, typed)
  const wrong = await wrongFields('POST /catalogues/:type/:form/corrections', body, correctionUnread(row, typed))
  return Object.keys(wrong)
}

describe('what is published', () => {
  it('is empty while nothing differs, whatever the order of the inputs', () => {
    expect(changeOf(row, draft)).toEqual({})
    expect(
      changeOf(
        { ...row, formula: { factor: '100', inputs: { due: 'Harus dilayani', served: 'Terlayani' }, kind: 'ratio' } },
        draft,
      ),
    ).toEqual({})
  })
  it('is only what differs', () =>
    expect(changeOf(row, { ...draft, label: ' Ibu hamil K4 ', confidence: 'verified', measure: 'stock' })).toEqual({
      label: 'Ibu hamil K4',
      confidence: 'verified',
      measure: 'stock',
    }))
  it('sends null where a unit or a direction is removed', () =>
    expect(changeOf(row, { ...draft, unit: '', direction: '' })).toEqual({ unit: null, direction: null }))
  it('contains the whole formula where one label of it differs', () =>
    expect(
      changeOf(row, { ...draft, formula: { ...draft.formula, inputs: { due: 'Sasaran', served: 'Terlayani' } } })
        .formula,
    ).toEqual({ kind: 'ratio', inputs: { due: 'Sasaran', served: 'Terlayani' }, factor: '100' }))
  it('reads a factor as typed, and formats it the same way', () => {
    const typed = (factor: string) => changeOf(row, { ...draft, formula: { ...draft.formula, factor } }).formula?.factor
    expect(['12,5', '1.000', '100,0'].map(typed)).toEqual(['12.5', '1000', undefined])
    const half = { ...row, formula: { ...row.formula, factor: '12.5' } }
    expect(draftOf(half, 2027).formula.factor).toBe('12,5')
    expect(changeOf(half, draftOf(half, 2027))).toEqual({})
  })
  it('leaves a formula alone where none is written', () =>
    expect(changeOf(row, { ...draft, formula: { ...draft.formula, kind: '' } })).toEqual({}))
})

describe('another kind of formula', () => {
  it('keeps the labels of its inputs where it has as many', () =>
    expect(withKind(draft, 'quotient').formula).toMatchObject({
      kind: 'quotient',
      factor: '',
      inputs: { due: 'Harus dilayani' },
    }))
  it('asks for its own inputs where it has others', () => {
    expect(withKind(draft, 'direct').formula).toMatchObject({ inputs: { value: '' }, factor: '' })
    expect(withKind(draft, 'growth').formula).toMatchObject({ sense: 'rise' })
    expect(withKind(withKind(draft, 'direct'), 'ratio').formula).toEqual({
      kind: 'ratio',
      inputs: { numerator: '', denominator: '' },
      factor: '100',
      sense: '',
      combine: '',
      scale: '',
    })
  })
})

describe('a year', () => {
  it('starts within the slice', () => {
    expect(draft.fromYear).toBe('2027')
    expect(draftOf(row, 2020).fromYear).toBe('2024')
    expect(draftOf(row, 2030).fromYear).toBe('2028')
  })
  it.each([
    [{ fromYear: '2023' }, ['fromYear']],
    [{ fromYear: '2029' }, ['fromYear']],
    [{ fromYear: '27' }, ['fromYear']],
    [{ fromYear: '2028' }, []],
    [{ reason: ' ' }, ['reason']],
    [{ label: '' }, ['change.label']],
    [{ formula: { ...draft.formula, factor: '12,5' } }, []],
    [{ formula: { ...draft.formula, factor: '12,5x' } }, ['change.formula.factor']],
    [{ formula: { ...draft.formula, inputs: { due: '' } } }, ['change.formula.inputs.due']],
  ])('%o is wrong in %o', async (more, fields) => expect(await named(more)).toEqual(fields))
})

it('rebases on a concurrent publication: only fields edited here count as changed', () => {
  const theirs = { ...row, unit: 'ibu', label: 'Ibu hamil K6' }
  const mine = rebased(row, theirs, { ...draft, label: 'Ibu hamil K4', reason: 'r' })
  expect(changeOf(theirs, mine)).toEqual({ label: 'Ibu hamil K4' })
  expect(mine).toMatchObject({ unit: 'ibu', reason: 'r', fromYear: '2027' })
})
