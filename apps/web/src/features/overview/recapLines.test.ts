import { expect, it } from 'vitest'
import { linesUnder, otherRuleSets } from './recapLines.ts'
import { item, recap } from './testing/recap.ts'

it('puts below a figure what it was made from and what was left out, but not its own parts', () => {
  const lines = linesUnder(recap.items.find(({ figure }) => figure.row === '')!, recap.items)
  expect(lines.map(({ item: { figure }, depth }) => [depth, figure.code, figure.row])).toEqual([
    [0, 'spm.urusanIndex', 'kesehatan'],
    [1, 'spm.index', 'ibu-hamil'],
    [1, 'spm.index', 'balita'],
    [0, 'spm.urusanIndex', 'sosial'],
    [1, 'spm.index', 'gepeng'],
  ])
})

it('names the rule sets that figures were taken over under', () => {
  expect(otherRuleSets(recap)).toEqual([])
  const old = item('spm.index', 'anak', '1', { ruleSet: '2020.1' })
  expect(otherRuleSets({ ...recap, items: [...recap.items, old] })).toEqual(['2020.1'])
})
