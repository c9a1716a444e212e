import { expect, it } from 'vitest'
import { uncomparedRows } from './uncomparedRows.ts'

type Sections = Parameters<typeof uncomparedRows>[0]
type Row = Sections[number]['blocks'][number]['rows'][number]
const row = (code: string, confidence?: Row['confidence'], rows: Row[] = []): Row => ({
  code,
  label: `Bunyi ${code}`,
  confidence,
  blocks: [{ rows }],
})

it('names rows not yet compared once, in their order, also nested; never rows of users', () => {
  const sections = [
    { blocks: [{ rows: [row('1', 'seen', [row('1.b', 'memory')]), row('2', 'verified')] }] },
    { blocks: [{ rows: [row('1.b', 'memory'), row('', 'unsure'), row('usulan sendiri')] }] },
  ]
  expect(uncomparedRows(sections)).toEqual(['1.b', 'Bunyi '])
})
