import { describe, expect, it } from 'vitest'
import { kind } from '../../test/saving.ts'
import { changesOf } from './changesOf.ts'
import { copyChanges } from './copyChanges.ts'
import { memoryView, mergedByRow } from './stored.ts'

const goal = '0199f5a0-0000-7000-8000-000000000001'
const objective = '0199f5a0-0000-7000-8000-000000000002'
const ids = () => {
  let n = 0
  return () => `id-${++n}`
}
const answers = {
  objectives: { [objective]: { $parent: goal, name: 'Sasaran' } },
  goals: { [goal]: { name: 'Tujuan' } },
  services: { gepeng: { due: '3' } },
}

describe('changesOf', () => {
  it('adds the rows that users added after their parents, each before its cells', () => {
    const changes = changesOf(kind, answers, ids(), new Map())
    expect(changes.map(({ op, pointer }) => `${op} ${pointer}`)).toEqual([
      'set /services/gepeng/due',
      `add /goals/${goal}`,
      `set /goals/${goal}/name`,
      `add /objectives/${objective}`,
      `set /objectives/${objective}/name`,
    ])
    expect(new Set(changes.map(({ changeId }) => changeId)).size).toBe(changes.length)
    expect(changes[3]?.value).toEqual({ parent: goal, position: 'c000' })
  })

  it('declares a list empty on its head, which is never added', () => {
    const nil = { objectives: { [goal]: { state: 'nil' } }, goals: { [goal]: { name: 'Tujuan' } } }
    const ops = changesOf(kind, nil, ids(), new Map()).map(({ op, pointer }) => `${op} ${pointer}`)
    expect(ops).toContain(`set /objectives/${goal}/state`)
    expect(ops).not.toContain(`add /objectives/${goal}`)
  })

  it('gives changes that make the same answers when they are copied', () => {
    const signed = { rev: 1, by: 'system', at: '2026-11-24T00:00:00.000Z' } as const
    const { records, writes } = copyChanges(changesOf(kind, answers, ids(), new Map()), signed)
    expect(records.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    const rows = mergedByRow(writes)
    expect(rows).toHaveLength(3)
    const view = memoryView(rows.map(({ row, fields }) => ({ ...row, fields })))
    expect(view.row('objectives', objective)).toMatchObject({
      $parent: { v: goal, rev: 4, by: 'system' },
      $position: { v: 'c000', rev: 4 },
      name: { v: 'Sasaran', rev: 5 },
    })
  })
})
