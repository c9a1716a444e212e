import { type Field, type FormId, type Kind, kinds } from '@sepakat/rules'
import fc from 'fast-check'
import { oddTexts } from './spoiledJson.ts'

/** Ids that rows of lists are given, few, so that they meet: as children, parents, or one below itself. */
const itemIds = [1, 2, 3].map(n => `0199f5a0-0001-7000-8000-00000000000${n}`)
const decimals = ['0', '1', '-3', '12.5', '100', '0.000000001', '999999999999999999', '-999999999999999999.999999999']
const dates = ['2026-03-31', '2024-02-29', '2026-02-30', '0001-01-01', '9999-12-31', '0000-00-00']
const texts = oddTexts.filter(text => text.isWellFormed() && !text.includes('\u0000') && text.length < 6_000)
const steps = ['A', 'BB', 'AA', 'WTP', 'belum ada', 'x'.repeat(41)]

const valueIn = (field: Field, rows: readonly string[]): fc.Arbitrary<unknown> => {
  switch (field.type) {
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.constantFrom(...decimals)
    case 'measure':
      return fc.constantFrom(...decimals, ...steps)
    case 'choice':
      return fc.constantFrom(...field.options.map(({ id }) => id))
    case 'date':
      return fc.constantFrom(...dates)
    case 'ref':
    case 'office':
      return fc.constantFrom(...rows)
    case 'text':
    case 'prose':
      return fc.constantFrom(...texts)
  }
}
const cellOf = (field: Field, rows: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 60, arbitrary: valueIn(field, rows) },
    { weight: 1, arbitrary: fc.constantFrom(...texts, true, { asTyped: '12,5x' }, { asTyped: '' }) },
  )

/** What every row may have, and what the rows of lists also have. */
const coreCells = (rows: readonly string[]): Record<string, fc.Arbitrary<unknown>> => ({
  state: fc.constantFrom('nil', 'nil', 'notApplicable', 'notYetAvailable', 'x'),
  reason: fc.constantFrom('Tidak ada', ''),
  publisher: fc.constant('BPS'),
  expected: fc.constantFrom(...dates),
  $parent: fc.constantFrom(...rows),
  $position: fc.constantFrom('a0', 'a1', 'Zz', 'a0V', 'x', ''),
})

/** Answers of one kind: the shape right or nearly so, the sense of them anything. `rows`: ids that its catalogue has. */
const answersOf = (kind: Kind, rows: readonly string[]): fc.Arbitrary<Record<string, unknown>> => {
  const ids = [...rows, ...itemIds, 'all']
  const tables = Object.entries(kind.tables).map(([name, { fields }]) => {
    const cells = Object.entries(fields).map(([id, field]) => [id, cellOf(field, ids)] as const)
    const row = fc.record({ ...coreCells(ids), ...Object.fromEntries(cells) }, { requiredKeys: [] })
    return [name, fc.dictionary(fc.constantFrom(...ids), row, { maxKeys: 4 })] as const
  })
  return fc.record(Object.fromEntries(tables), { requiredKeys: [] })
}

const rowsOf: Record<string, readonly string[]> = {
  spm: ['gepeng', 'anak-telantar', 'gepeng.sandang'],
  sakip: ['first', 'second', 'document', 'perencanaan-kinerja.keberadaan'],
  lppd: [
    'peningkatan-investasi',
    'opini-laporan-keuangan',
    'assets-management',
    'assets-management.ada-daftar-aset-tetap',
    'ipm',
  ],
}
const all = Object.values(kinds)

const idsOf = ({ form }: Kind): readonly string[] => rowsOf[form.split('/')[0]!] ?? []

/** Answers of any form there is, and of one. */
export const kindAnswers: fc.Arbitrary<unknown> = fc.oneof(...all.map(kind => answersOf(kind, idsOf(kind))))
export const answersTo = (form: FormId): fc.Arbitrary<Record<string, unknown>> =>
  answersOf(kinds[form]!, idsOf(kinds[form]!))
export const kindForms: readonly FormId[] = all.map(({ form }) => form)

/** One change of a cell or row of any form, and of one, such as a device makes. */
export const kindChange: fc.Arbitrary<unknown> = fc.constantFrom(...all).chain(kind => changeOf(kind))
export const changesTo = (form: FormId): fc.Arbitrary<unknown[]> =>
  fc.array(changeOf(kinds[form]!), { minLength: 1, maxLength: 12 })

const changeOf = (kind: Kind): fc.Arbitrary<unknown> => {
  const ids = [...idsOf(kind), ...itemIds, 'all']
  const places = Object.entries(kind.tables).flatMap(([table, { fields }]) =>
    Object.entries(fields).map(([id, field]) => ({ table, id, field })),
  )
  const base = fc.constantFrom(0, 0, 0, 1, 5)
  const row = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...ids)).map(([{ table }, id]) => `/${table}/${id}`)
  const place = fc.record({
    parent: fc.constantFrom(null, ...ids),
    position: fc.constantFrom('a0', 'a1', 'Zz', 'x'),
  })
  const cell = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...ids)).chain(([{ table, id, field }, at]) =>
    fc.record({
      changeId: fc.uuid(),
      op: fc.constant('set'),
      pointer: fc.constant(`/${table}/${at}/${id}`),
      value: cellOf(field, ids),
      base,
    }),
  )
  const core = fc
    .tuple(row, fc.constantFrom(...Object.entries(coreCells(ids))))
    .chain(([at, [id, value]]) =>
      fc.record({ changeId: fc.uuid(), op: fc.constant('set'), pointer: fc.constant(`${at}/${id}`), value, base }),
    )
  const clear = row.chain(at =>
    fc.record({ changeId: fc.uuid(), op: fc.constant('clear'), pointer: fc.constant(`${at}/state`), base }),
  )
  const add = fc.record({ changeId: fc.uuid(), op: fc.constantFrom('add', 'move'), pointer: row, value: place, base })
  const remove = fc.record({ changeId: fc.uuid(), op: fc.constant('remove'), pointer: row, base })
  return fc.oneof(
    { weight: 6, arbitrary: cell },
    { weight: 2, arbitrary: core },
    { weight: 1, arbitrary: clear },
    { weight: 3, arbitrary: add },
    { weight: 1, arbitrary: remove },
  )
}
