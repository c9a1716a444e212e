// The answers of a report while its evaluator writes in it: a change shows at once and is sent in order, one at a time.
// Only the user who has claimed the report writes here, so there are no concurrent changes.
import type { Answers, Cell, RowId, TableId } from '@sepakat/rules'
import { generateKeyBetween } from 'fractional-indexing'
import { atom } from 'nanostores'
import type { BodyOf, ResponseOf } from '#sync/apiTypes.ts'
import { newId } from '#sync/newId.ts'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'

type Sent = BodyOf<'PATCH /submissions/:id/evaluation'>['changes'][number]
type Saved = ResponseOf<'PATCH /submissions/:id/evaluation'>
type Revs = NonNullable<ResponseOf<'GET /submissions/:id/answers'>['revs']>
type Row = Record<string, Cell>

export interface EvaluationState {
  answers: Answers
  /** The report with what was saved so far. */
  version: number
  waiting: number
  /** Why the last change is not saved; null while all are. */
  failed: unknown
}

export interface EvaluationDeps extends Pick<EvaluationState, 'answers' | 'version'> {
  revs: Revs
  send: (change: Sent) => Promise<Saved>
  /** The delay (ms) before an unanswered change is sent again. */
  retryDelayMs?: number
}

export type EvaluationStore = ReturnType<typeof evaluationStoreOf>

const rowOf = (pointer: string): [table: TableId, row: RowId, field: string] => {
  const [, table = '', row = '', field = ''] = pointer.split('/')
  return [table, row, field]
}

function withRow(answers: Answers, table: TableId, row: RowId, cells: Row | null): Answers {
  const { [row]: _, ...others } = answers[table] ?? {}
  return { ...answers, [table]: cells === null ? others : { ...others, [row]: cells } }
}

/** The server's refusal of one change. */
class NotTakenError extends Error {}

export function evaluationStoreOf({ answers, version, revs, send, retryDelayMs = 3000 }: EvaluationDeps) {
  const state = atom<EvaluationState>({ answers, version, waiting: 0, failed: null })
  const known = structuredClone(revs)
  let queue = Promise.resolve()

  const tell = (next: Partial<EvaluationState>): void => state.set({ ...state.get(), ...next })
  const cellsOf = (table: TableId, row: RowId): Row | null => state.get().answers[table]?.[row] ?? null
  const revOf = (table: TableId, row: RowId, field: string): number =>
    field === '' ? Math.max(0, ...Object.values(known[table]?.[row] ?? {})) : (known[table]?.[row]?.[field] ?? 0)

  async function deliver(change: Sent): Promise<void> {
    try {
      const { version: now, results } = await send(change)
      const [result] = results
      if (!result || !('rev' in result)) throw new NotTakenError('Isian ini tidak disimpan. Muat ulang halaman ini.')
      const [table, row, field] = rowOf(change.pointer)
      known[table] = { ...known[table], [row]: { ...known[table]?.[row], [field || '$position']: result.rev } }
      tell({ version: now, failed: null })
    } catch (error) {
      tell({ failed: error })
      if (!(error instanceof NoAnswerError)) throw error
      await new Promise(resolve => setTimeout(resolve, retryDelayMs))
      await deliver(change)
    }
  }

  /** Shows the changed row at once; reverts what the server refuses. */
  function put(pointer: string, becomes: Row | null, change: (changeId: string, base: number) => Sent): void {
    const [table, row, field] = rowOf(pointer)
    const before = cellsOf(table, row)
    tell({ answers: withRow(state.get().answers, table, row, becomes), waiting: state.get().waiting + 1 })
    const changeId = newId()
    queue = queue
      .then(() => deliver(change(changeId, revOf(table, row, field))))
      .catch(() => tell({ answers: withRow(state.get().answers, table, row, before) }))
      .finally(() => tell({ waiting: state.get().waiting - 1 }))
  }

  return {
    get: state.get,
    subscribe: state.listen,
    set(pointer: string, value: Cell | null): void {
      const [table, row, field] = rowOf(pointer)
      const { [field]: was, ...others } = cellsOf(table, row) ?? {}
      if ((was ?? null) === value) return
      if (value === null) put(pointer, others, (changeId, base) => ({ changeId, base, op: 'clear', pointer }))
      else
        put(pointer, { ...others, [field]: value }, (changeId, base) => ({ changeId, base, op: 'set', pointer, value }))
    },
    /** A row at the end of a list. */
    add(table: TableId, parent: RowId | null): RowId {
      const id = newId()
      const positions = Object.values(state.get().answers[table] ?? {}).map(({ $position }) => String($position ?? ''))
      const position = generateKeyBetween(positions.sort().at(-1) || null, null)
      const pointer = `/${table}/${id}`
      const place: Row = { ...(parent !== null && { $parent: parent }), $position: position }
      put(pointer, place, changeId => ({ changeId, op: 'add', pointer, value: { parent, position } }))
      return id
    },
    remove(table: TableId, row: RowId): void {
      const pointer = `/${table}/${row}`
      put(pointer, null, (changeId, base) => ({ changeId, base, op: 'remove', pointer }))
    },
    /** Resolves when every change is sent or refused. */
    settled: (): Promise<void> => queue,
  }
}
