import type { RowId, TableId } from '@sepakat/rules'
import type { Access } from '#sheet/answers/access.ts'
import type { FetchedAnswers } from '#sheet/answers/cells.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import type { Route, Saved, Wire } from '#sync/outbox/pending.ts'

export type Changes = ResponseOf<'GET /submissions/:id/changes'>['items']
export type Change = Changes[number]

/** What a device requests of the server about the one report, as its user. */
export interface ReportClient {
  open(): Promise<FetchedAnswers & { version: number }>
  save(changes: Wire[], typedAt: string, route: Route): Promise<Saved>
  changes(since: number): Promise<{ items: Changes; version: number; more: boolean }>
  access(): Promise<Access>
}

export const moves = ['submit', 'withdraw', 'claim', 'return', 'returnPart', 'approve', 'reopen'] as const
export type MoveName = (typeof moves)[number]

/** A note or a file attached to a row: `id` is its own, `anchor` its place. */
export interface Beside {
  id: string
  anchor: string
}

/** The report on the server, and the users who move it. */
export interface Report {
  /** Those of the two users who fill it in. */
  clients: readonly [ReportClient, ReportClient]
  /** One step of its life, as far as it is possible now; `part`: the row that a partial return leaves open. */
  move(name: MoveName, part: { table: TableId; row: RowId } | null): Promise<void>
  /** Where its users may not even read it now, they may. */
  showAgain(): Promise<void>
  /** Opens it again to who fills it in, whatever its status. */
  openAgain(): Promise<void>
  /** Attaches a note and a file to a row, where that is possible now. */
  hang(anchor: string, on: 0 | 1): Promise<void>
  hung(): { put: readonly Beside[]; found(): Promise<readonly Beside[]> }
}
