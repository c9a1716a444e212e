import { expect, it } from 'vitest'
import type { FrozenBlock, FrozenRow } from '../form/frozenSections.ts'
import { kind } from '../kinds/sakip-evaluasi/kind.ts'
import { unjudged } from './unjudged.ts'

const row = (table: string, id: string, values: FrozenRow['values'], blocks: FrozenBlock[] = []): FrozenRow => {
  const fields = Object.fromEntries(Object.keys(kind.tables[table]?.fields ?? {}).map(field => [field, field]))
  return { ...({ parent: null, label: id } as FrozenRow), table, id, fields, values, blocks }
}
const block = (table: string, rows: FrozenRow[]): FrozenBlock => ({
  table,
  title: table,
  layout: 'grid',
  under: null,
  rows,
})

it('is what the office answered and the evaluator has not, in rows of rows too', () => {
  const criteria = [
    row('criteria', 'yes', { met: true }),
    row('criteria', 'no', { met: false }),
    row('criteria', 'judged', { met: true, verified: false }),
    row('criteria', 'unanswered', {}),
  ]
  expect(
    unjudged(kind, [block('subcomponents', [row('subcomponents', 'a', {}, [block('criteria', criteria)])])]),
  ).toEqual([
    ['/criteria/yes/verified', true],
    ['/criteria/no/verified', false],
  ])
})
