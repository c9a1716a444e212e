import type { SentChange } from '../src/saving/change.ts'
import { judgeChanges } from '../src/saving/judgeChanges.ts'
import type { Accepted, JudgeContext } from '../src/saving/judgement.ts'
import type { KindShape } from '../src/saving/kindShape.ts'
import { memoryView } from '../src/saving/stored.ts'
import type { Result } from '../src/types/Change.ts'
import type { Pointer, RowPointer } from '../src/types/Pointer.ts'

const label = ''

/** A kind with every sort of table: fixed rows, rows of those, one per row, lists at the root, in rows and in lists. */
export const kind: KindShape = {
  tables: {
    services: {
      rows: { from: 'catalogue' },
      states: ['nil', 'notYetAvailable'],
      fields: {
        due: { label, type: 'number' },
        served: { label, type: 'number' },
        remark: { label, type: 'text', max: 20 },
      },
    },
    quality: { rows: { from: 'catalogue', of: 'services' }, fields: { met: { label, type: 'number' } } },
    stages: { rows: { from: 'each', of: 'services' }, fields: { done: { label, type: 'boolean' } } },
    problems: {
      rows: { from: 'items', of: 'services' },
      states: ['nil'],
      fields: { problem: { label, type: 'prose' }, rank: { label, type: 'number' } },
    },
    goals: { rows: { from: 'items' }, states: ['nil'], fields: { name: { label, type: 'text' } } },
    objectives: { rows: { from: 'items', of: 'goals' }, fields: { name: { label, type: 'text' } } },
    indicators: {
      rows: { from: 'items', of: ['goals', 'objectives'] },
      states: ['nil', 'notApplicable'],
      fields: {
        target: { label, type: 'measure' },
        kind: {
          label,
          type: 'choice',
          options: [
            { id: 'sum', label },
            { id: 'last', label },
          ],
        },
        since: { label, type: 'date' },
        owner: { label, type: 'ref', to: 'services' },
      },
    },
    tasks: { rows: { from: 'items', of: ['goals', 'tasks'] }, fields: { name: { label, type: 'text' } } },
    grades: {
      rows: { from: 'each', of: 'indicators' },
      fields: { grade: { label, type: 'text', writer: 'evaluator' } },
    },
  },
  findings: {
    'served-fell': { level: 'explain', table: 'services' },
    'not-read': { level: 'wrong', table: 'services' },
  },
}

/** A UUID of version 7 that says which it is. */
export const uuid = (n: number): string => `0199f5a0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

type Draft =
  | ['set', Pointer, unknown, number?]
  | ['clear', Pointer, number?]
  | ['add' | 'move', RowPointer, { parent: string | null; position: string }, number?]
  | ['remove', RowPointer, number?]

let made = 0
/** A change with an id of its own; the last part is its base. */
export function change(...draft: Draft): SentChange {
  const changeId = uuid(1_000_000 + made++)
  const [op, pointer] = draft
  if (op === 'set' || op === 'add' || op === 'move') return { changeId, op, pointer, value: draft[2], base: draft[3] }
  return { changeId, op, pointer, base: draft[2] as number | undefined }
}

export const openLock: JudgeContext['lock'] = {
  status: 'draft',
  since: '2026-10-01T00:00:00Z',
  by: 'post:a',
  openAnchors: null,
  closedAt: null,
  capacity: { as: 'office' },
}

/** A submission in memory: saves as the database would, one request after the other. */
export function submission(settings: Partial<JudgeContext> = {}) {
  const view = memoryView()
  const accepted = new Map<string, Accepted>()
  const history: (Accepted & { changeId: string; from: unknown; base?: number })[] = []
  let version = 0
  function save(changes: SentChange[], by: JudgeContext['by'] = 'post:a', more: Partial<JudgeContext> = {}): Result[] {
    const at = `2026-10-01T00:00:${String(version % 60).padStart(2, '0')}Z`
    const context = { kind, lock: openLock, rev: version + 1, by, at, accepted, ...settings, ...more }
    const judged = judgeChanges(view, changes, context)
    for (const write of judged.writes) view.write(write)
    for (const record of judged.records) {
      accepted.set(record.changeId, { ...record, here: true })
      history.push({ ...record, here: true, base: changes.find(sent => sent.changeId === record.changeId)?.base })
    }
    version = judged.version
    return judged.results
  }
  /** Saves one change and gives what became of it. */
  const one = (...draft: Draft): Result => save([change(...draft)])[0] as Result
  return { view, save, one, history, accepted, version: () => version }
}
