import { kinds } from '@sepakat/rules/kinds/index.ts'
import type { Catalogue, CatalogueRow } from '@sepakat/rules/types/Catalogue.ts'
import { describe, expect, it } from 'vitest'
import { wrongFields } from '#testing/wrongFields.ts'
import { fieldWord, splitChanges, valueWord } from './changeWords.ts'
import { inTable, type NewRowDraft, newRow, newRowDraft, newRowFaults } from './newRowDraft.ts'

const kind = Object.values(kinds).find(one => Object.values(one.tables).some(({ ownRule }) => ownRule))!
const [root, { formulas }] = Object.entries(kind.tables).find(([, { ownRule }]) => ownRule) as [
  string,
  { formulas: Record<string, string[]> },
]
const [below, belowTable] = Object.entries(kind.tables).find(
  ([, { rows }]) => rows.from === 'catalogue' && rows.of === root,
)!
const parent: CatalogueRow = {
  id: 'induk',
  table: root,
  group: 'a',
  code: '1',
  codeOfficial: false,
  label: 'Induk',
  unit: 'orang',
  direction: 'higher',
  confidence: 'seen',
  from: 2021,
  to: null,
}
const catalogue: Catalogue = {
  form: kind.form,
  title: '',
  legal: '',
  groups: [{ id: 'a', label: 'A' }],
  rows: [parent],
}
const tables = [root, below]
const empty = newRowDraft(kind, 2026, undefined, tables)
const written = (draft: NewRowDraft, more: Partial<NewRowDraft['row']>): NewRowDraft => ({
  ...draft,
  row: { ...draft.row, label: 'Baru', reason: 'Perda', ...more },
})
const wrong = async (draft: NewRowDraft) => {
  const body = { basedOn: 1, add: newRow(kind, draft), reason: draft.row.reason }
  const faults = newRowFaults(kind, catalogue, draft)
  return Object.keys(await wrongFields('POST /catalogues/:type/:form/versions', body, faults)).sort()
}

describe('a new row', () => {
  it('requires its place first', async () => expect(await wrong(empty)).toContain('add.table'))

  it('gets the formula of its table where there is only one kind, with the form’s inputs', async () => {
    const draft = inTable(kind, empty, root)
    const [[way, inputs]] = Object.entries(formulas) as [[string, string[]]]
    expect(Object.keys(draft.row.formula.inputs)).toEqual(inputs)
    expect(await wrong(written(draft, {}))).toEqual(
      [...inputs.map(input => `add.formula.inputs.${input}`), 'add.group'].sort(),
    )
    const formula = { ...draft.row.formula, inputs: Object.fromEntries(inputs.map(input => [input, ` ${input} `])) }
    const whole = { ...written(draft, { formula }), group: 'a' }
    expect(await wrong(whole)).toEqual([])
    expect(newRow(kind, whole)).toMatchObject({
      table: root,
      label: 'Baru',
      formula: { kind: way },
      from: 2026,
      to: null,
    })
  })

  it('below another row requires that row, and the attributes of its table', async () => {
    const draft = written(inTable(kind, empty, below), {})
    const needed = Object.keys(belowTable.attrs ?? {}).map(name => `add.attrs.${name}`)
    expect(needed.length).toBeGreaterThan(0)
    expect(await wrong(draft)).toEqual(['add.parent', ...needed].sort())
  })

  it('like another row takes its place and its measure, not its text', () => {
    const draft = newRowDraft(kind, 2026, parent, tables)
    expect(draft).toMatchObject({ table: root, group: 'a', row: { label: '', unit: 'orang', direction: 'higher' } })
  })

  it('has bounds as typed', async () => {
    const bounds = { min: '0', max: '12,5', oddBelow: '', oddAbove: 'banyak' }
    const draft = { ...written(inTable(kind, empty, root), { bounds }), group: 'a' }
    expect(newRow(kind, draft).bounds).toEqual({ min: '0', max: '12.5', oddAbove: 'banyak' })
    expect(await wrong(draft)).toContain('add.bounds.oddAbove')
  })
})

describe('a change in words', () => {
  it('contains no raw id of a kind', () => {
    const [name, attr] = Object.entries(belowTable.attrs ?? {})[0]!
    expect(fieldWord(`attrs.${name}`, kind)).toBe(attr.label)
    expect(valueWord(`attrs.${name}`, attr.choices?.[0]?.id ?? '', kind)).toBe(attr.choices?.[0]?.label)
    expect([valueWord('table', root, kind), valueWord('direction', 'lower')]).toEqual([
      kind.tables[root]?.title,
      'Makin rendah makin baik',
    ])
    expect([valueWord('to', ''), valueWord('from', '')]).toEqual(['seterusnya', 'tidak pernah'])
  })

  it('reports a new row as one change', () => {
    const change = { row: 'x', from: 2026, code: '', label: 'X', before: '' }
    const other = { ...change, row: 'y', field: 'label', before: 'lama', after: 'baru' }
    const fresh = { ...change, field: 'id', after: 'x' }
    expect(splitChanges([fresh, { ...change, field: 'label', after: 'X' }, other])).toEqual({
      fresh: [fresh],
      others: [other],
    })
  })
})
