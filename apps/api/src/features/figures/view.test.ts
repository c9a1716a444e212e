import type { LoadedRecap } from '@sepakat/db'
import { type Catalogue, kinds, type Recap } from '@sepakat/rules'
import { expect, it } from 'vitest'
import { recapView } from './view.ts'

it('names of a line below another the office that owes the root of both', () => {
  const row = (id: string, parent?: string) => ({
    table: 'budget',
    id,
    label: id,
    group: '',
    parent,
    from: 2021,
    to: null,
  })
  const rows = [row('pendapatan'), row('pad', 'pendapatan'), row('pajak', 'pad')] as Catalogue['rows']
  const bpkad = { id: 'bpkad', name: 'BPKAD', shortName: 'BPKAD' }
  const loaded = {
    catalogue: { form: 'lkpj/apbd', title: '', legal: '', groups: [], rows },
    rules: { id: '2021.1' },
    offices: new Map([
      ['pendapatan', [bpkad]],
      ['*', [bpkad]],
    ]),
    notUsing: [],
    otherRules: [],
    reports: [],
    names: { rows: new Map(), figures: {} },
    // what is read of it alone
  } as unknown as LoadedRecap
  const figures = ['', 'pendapatan', 'pad', 'pajak'].map(id => ({ code: 'lkpj.budget', row: id }))
  // what is read of it alone
  const recap = { figures, of: () => ({}), labels: new Map() } as unknown as Recap
  const { items } = recapView({ kind: kinds['lkpj/apbd']!, period: '2026', branch: null }, loaded, recap)
  expect(items.map(({ offices }) => offices)).toEqual(figures.map(() => [bpkad]))
})
