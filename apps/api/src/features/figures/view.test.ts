import type { LoadedRecap } from '@sepakat/db'
import { type Catalogue, kinds, type Recap } from '@sepakat/rules'
import { expect, it } from 'vitest'
import { recapView } from './view.ts'

const kind = kinds['lkpj/apbd']!
const figureOf = (row: string, inputs: string[], left: string[] = []) => ({
  code: 'lkpj.budget',
  row,
  derivation: { inputs: inputs.map(at => ({ at })), left: left.map(at => ({ at })) },
})
const recapOfFigures = (figures: ReturnType<typeof figureOf>[]) =>
  // what is read of it alone
  ({ figures, of: () => ({}), labels: new Map() }) as unknown as Recap

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

it('names of a line below another the office that owes the root of both', () => {
  const figures = ['', 'pendapatan', 'pad', 'pajak'].map(id => figureOf(id, []))
  const { items } = recapView({ kind, period: '2026', branch: null, only: null }, loaded, recapOfFigures(figures))
  expect(items.map(({ offices }) => offices)).toEqual(figures.map(() => [bpkad]))
})

it('lists 200 of the offices that a figure is made of and counts the others, and all where it is asked for alone', () => {
  const office = (n: number) => `0199f5a0-0000-7000-8000-${String(n).padStart(12, '0')}:figure:lkpj.budget/`
  const offices = Array.from({ length: 230 }, (_, n) => office(n))
  const own = ['figure:lkpj.budget/pad', 'figure:lkpj.budget/pajak']
  const figures = [figureOf('', [...offices, ...own], offices.slice(0, 201)), figureOf('pad', offices.slice(0, 200))]
  const view = (only: { code: string; row: string } | null) =>
    recapView({ kind, period: '2026', branch: null, only }, loaded, recapOfFigures(figures)).items.map(
      ({ figure: { row, derivation }, more }) => [row, derivation.inputs.length, derivation.left.length, more],
    )
  expect(view(null)).toEqual([
    ['', 202, 200, 31],
    ['pad', 200, 0, 0],
  ])
  expect(view({ code: 'lkpj.budget', row: '' })).toEqual([['', 232, 201, 0]])
  expect(view({ code: 'lkpj.budget', row: 'pajak' })).toEqual([])
})
