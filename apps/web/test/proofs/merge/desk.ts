import type { RowId, TableId } from '@sepakat/rules'
import type { Access } from '../../../src/features/form/model/access.ts'
import type { FetchedAnswers } from '../../../src/features/form/model/cells.ts'
import type { Saved, Wire } from '../../../src/features/form/outbox/pending.ts'
import type { ResponseOf } from '../../../src/lib/apiTypes.ts'

export type Changes = ResponseOf<'GET /submissions/:id/changes'>['items']
export type Change = Changes[number]

/** What a device asks of the server about the one report, in the name of its person. */
export interface Desk {
  open(): Promise<FetchedAnswers & { version: number }>
  save(changes: Wire[], typedAt: string): Promise<Saved>
  changes(since: number): Promise<{ items: Changes; version: number; more: boolean }>
  access(): Promise<Access>
}

export const moves = ['submit', 'withdraw', 'claim', 'return', 'returnPart', 'approve', 'reopen'] as const
export type MoveName = (typeof moves)[number]

/** A note or a file that hangs on a row: `id` is its own, `anchor` where it was put. */
export interface Beside {
  id: string
  anchor: string
}

/** The report on the server, and those who move it. */
export interface Report {
  /** Those of the two persons who fill it in. */
  desks: readonly [Desk, Desk]
  /** One step of its life, as far as it may be taken now; `part`: the row that a return of a part leaves open. */
  move(name: MoveName, part: { table: TableId; row: RowId } | null): Promise<void>
  /** Open again, whatever its status. */
  openAgain(): Promise<void>
  /** Hangs a note and a file on a row, where that may be done now. */
  hang(anchor: string, on: 0 | 1): Promise<void>
  hung(): { put: readonly Beside[]; found(): Promise<readonly Beside[]> }
}
