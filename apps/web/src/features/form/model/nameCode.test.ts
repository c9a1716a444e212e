import type { Answers, Kind, LinesRead, ListedCode } from '@sepakat/rules'
import { expect, it, vi } from 'vitest'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { partOf } from '#testing/partOf.ts'
import { nameCode } from './nameCode.ts'

const told: ListedCode = { code: '2.11', name: 'Lingkungan', indicator: '', unit: '' }
const read = (_: string[][], answers: Answers, listed?: ReadonlyMap<string, ListedCode>): LinesRead => ({
  rows: [
    { table: 'a', key: '2', above: null, id: null, cells: { name: 'di atasnya' }, differs: [] },
    { table: 'a', key: '2.11', above: '2', id: 'r', cells: { name: listed?.get('2.11')?.name ?? '' }, differs: [] },
  ].filter(row => row.id === null || answers.a?.[row.id] !== undefined),
  notes: [],
})
const kind = partOf<Kind>({
  tables: { a: { coded: 'code', fields: {} } },
  lines: {
    table: 'a',
    title: '',
    help: '',
    codes: ([, [code = ''] = []]: string[][]) => (code === '2.11' ? [code] : []),
    read,
  },
})
const storeWith = (code: string) => {
  const cells: Record<string, string> = { '/a/r/code': code }
  const store = {
    form: { rows: () => ({}) },
    cells: { answers: () => ({ a: { r: { code } } }) },
    cell: (at: string) => cells[at],
    set: (at: string, value: string) => {
      cells[at] = value
    },
    importing: (work: () => void) => work(),
  }
  return { store: partOf<FormStore>(store), cells }
}
const tell = async () => new Map([['2.11', told]])

it('gives a typed code the name in the region’s list, and adds no row', async () => {
  const { store, cells } = storeWith('2.11')
  await nameCode(kind, store, '/a/r/code', tell)
  expect(cells).toEqual({ '/a/r/code': '2.11', '/a/r/name': 'Lingkungan' })
})

it.each([
  ['an answer that is no code', '/a/r/name', '2.11'],
  ['a code the form does not know', '/a/r/code', 'x'],
])('looks nothing up for %s', async (_, at, code) => {
  const asked = vi.fn(tell)
  await nameCode(kind, storeWith(code).store, at, asked)
  expect(asked).not.toHaveBeenCalled()
})

it('names nothing when the code was changed meanwhile', async () => {
  const { store, cells } = storeWith('2.11')
  await nameCode(kind, store, '/a/r/code', async () => {
    cells['/a/r/code'] = 'x'
    return tell()
  })
  expect(cells['/a/r/name']).toBeUndefined()
})
