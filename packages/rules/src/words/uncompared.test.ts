import { expect, it } from 'vitest'
import { uncomparedRows } from './uncompared.ts'

const row = (
  code: string,
  confidence?: 'verified' | 'seen' | 'memory' | 'unsure',
  rows: ReturnType<typeof row>[] = [],
) => ({
  code,
  label: `Bunyi ${code}`,
  ...(confidence && { confidence }),
  blocks: rows.length > 0 ? [{ rows }] : ([] as { rows: never[] }[]),
})

it('names rows not yet compared once, in their order, also under others; never those of people', () => {
  const sections = [
    { blocks: [{ rows: [row('1', 'seen', [row('1.b', 'memory')]), row('2', 'verified')] }] },
    { blocks: [{ rows: [row('1.b', 'memory'), row('', 'unsure'), row('usulan sendiri')] }] },
  ]
  expect(uncomparedRows(sections)).toEqual(['1.b', 'Bunyi '])
})
