import { expect, it } from 'vitest'
import type { ReportLine } from '#sync/apiTypes.ts'
import { doneOf, sortWork } from './sortWork.ts'

const now = Date.parse('2026-04-01T00:00:00Z')
const line = (id: string, more: Partial<ReportLine>) =>
  ({
    submission: id,
    status: 'draft',
    opensAt: null,
    closesAt: null,
    dueAt: '2026-05-01T00:00:00Z',
    returnDueAt: null,
    ...more,
  }) as ReportLine
const ids = (lines: ReportLine[]) => lines.map(each => each.submission)

it('sorts what an office owes by whose turn it is, the most urgent first', () => {
  const work = sortWork(
    [
      line('draft', {}),
      line('returned', { status: 'returned', dueAt: '2026-03-01T00:00:00Z', returnDueAt: '2026-04-03T00:00:00Z' }),
      line('late', { status: 'not-begun', dueAt: '2026-03-31T00:00:00Z' }),
      line('later', { status: 'not-begun', opensAt: '2026-07-01T00:00:00Z' }),
      line('closed', { status: 'not-begun', closesAt: '2026-03-31T00:00:00Z' }),
      line('blocked', { status: 'not-begun', prerequisites: [{ form: 'sakip/indikator' } as never] }),
      line('ready', { status: 'not-begun', dueAt: '2026-06-01T00:00:00Z', prerequisites: [] }),
      line('signing', { status: 'signing' }),
      line('answer', { status: 'signing', dueAt: '2026-01-01T00:00:00Z', returnDueAt: '2026-04-20T00:00:00Z' }),
      line('review', { status: 'in-review', dueAt: '2026-02-01T00:00:00Z' }),
      line('approved', { status: 'approved' }),
      line('free', { dueAt: null }),
    ],
    now,
  )
  expect(ids(work.todo)).toEqual(['late', 'returned', 'draft', 'ready', 'free'])
  expect(ids(work.blocked)).toEqual(['blocked'])
  expect(ids(work.waiting)).toEqual(['review', 'answer', 'signing'])
  expect(ids(work.closed)).toEqual(['closed'])
  expect(ids(work.later)).toEqual(['later'])
})

it('puts first what others build on, among those due on one day', () => {
  const of = (n: number) => Array.from({ length: n }, () => ({ form: 'lkpj/karangan', period: '2026' }))
  const work = sortWork(
    [line('third', { follows: of(2) }), line('first', { follows: [] }), line('second', { follows: of(1) })],
    now,
  )
  expect(ids(work.todo)).toEqual(['first', 'second', 'third'])
})

it('counts what is approved of all that is owed', () =>
  expect(doneOf([line('a', { status: 'approved' }), line('b', {})])).toEqual({ done: 1, all: 2 }))
