import { expect, it } from 'vitest'
import { receiptId } from '../papers/receipt.ts'
import { returnLetterId } from '../papers/returnLetter.ts'
import { templateFaults } from '../papers/templateFaults.ts'
import { kinds } from './index.ts'
import { paperOf } from './paperOf.ts'

const named = Object.values(kinds).flatMap(({ form, papers = {} }) =>
  [...Object.keys(papers), receiptId, returnLetterId].map(id => [form, id] as const),
)

it.each(named)('%s: %s is made by a template that names only what its kind has', (form, id) => {
  const paper = paperOf(form, id)!
  expect(templateFaults(paper, paper.template)).toEqual([])
})

it('what a template names and its kind has not is found, wherever it is', () => {
  const paper = paperOf('sakip/lkjip', 'lkjip')!
  const faults = templateFaults(paper, [
    { part: 'title', lines: ['{tahun}', '{lain}'] },
    { part: 'table', table: 'constructor' },
    { part: 'each', each: 'sasaran', parts: [{ part: 'facts', facts: [{ name: 'A', said: '{b}' }] }] },
    { part: 'signatures', on: '{tempat}', by: [{ as: '', signer: 'bupati' }] },
  ])
  expect(faults.map(({ pointer }) => pointer)).toEqual([
    '/0/lines/1',
    '/1/table',
    '/2/parts/0/facts/0/said',
    '/3/by/0/signer',
  ])
  expect(faults[0]?.message).toBe('Naskah ini tidak mengenal {lain}.')
})

it('there is none of a name that no kind has', () => {
  for (const id of ['lain', 'constructor', 'toString']) expect(paperOf('sakip/perjanjian-kinerja', id)).toBeUndefined()
  expect(paperOf('spm/triwulan', 'perjanjian-kinerja')).toBeUndefined()
})
