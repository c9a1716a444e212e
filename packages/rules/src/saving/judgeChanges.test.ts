import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseOf, cells, interleaving, retold, run, wish } from '../../test/interleaving.ts'
import { kind, openLock, uuid } from '../../test/saving.ts'
import type { StoredRow } from '../types/Change.ts'
import { assemble } from './assemble.ts'
import type { SentChange } from './change.ts'
import { judgeChange } from './judgeChange.ts'
import { judgeChanges } from './judgeChanges.ts'
import { memoryView, type RowRecord } from './stored.ts'
import { touchedRows } from './touchedRows.ts'

describe('saving from two devices', () => {
  it('keeps every accepted change, or it was superseded by one whose sender had seen it', () => {
    fc.assert(
      fc.property(interleaving, steps => {
        const s = run(steps)
        expect(s.history.map(({ seq }) => seq)).toEqual(s.history.map((_, i) => i + 1))
        const last = new Map<string, (typeof s.history)[number]>()
        for (const record of s.history) {
          if (record.field === null) continue
          const at = `/${record.table}/${record.row}/${record.field}`
          const previous = last.get(at)
          expect(record.from).toEqual(previous?.to ?? null)
          expect(record.base).toBe(previous?.seq ?? 0)
          last.set(at, record)
        }
        for (const { table, row, field, to, seq, changeId } of last.values()) {
          const cell = s.view.row(table, row)?.[field ?? '']
          expect(cell).toMatchObject({ v: to, rev: seq })
          expect(s.sent.find(sent => sent.changeId === changeId)).toBeDefined()
        }
      }),
      { numRuns: 400 },
    )
  })

  it('gives the answers of its history', () => {
    fc.assert(
      fc.property(interleaving, steps => {
        const s = run(steps)
        expect(assemble(s.view.records(), kind)).toEqual(retold(s))
      }),
      { numRuns: 400 },
    )
  })

  it('answers a replay with the rev it gave, and writes nothing', () => {
    fc.assert(
      fc.property(interleaving, steps => {
        const s = run(steps)
        const before = structuredClone(s.view.records())
        const version = s.version()
        for (const { changeId, seq } of s.history) {
          const again = s.sent.filter(sent => sent.changeId === changeId)
          expect(s.save(again)).toEqual([{ changeId, result: 'already', rev: seq }])
        }
        expect(s.version()).toBe(version)
        expect(s.view.records()).toEqual(before)
      }),
    )
  })

  it('never conflicts for a device that has seen everything, except with rows it saw removed or moved', () => {
    fc.assert(
      fc.property(interleaving, wish, (steps, last) => {
        const s = run(steps)
        const made = { ...last, changeId: uuid(9_999_999), base: baseOf(s.view, last) }
        const [result] = s.save([made])
        if (result?.result !== 'conflict') return
        expect(result.theirs.value === 'removed' || made.op === 'add').toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('either writes and records a change, or refuses it', () => {
    fc.assert(
      fc.property(interleaving, wish, fc.nat(70), (steps, last, base) => {
        const { view, accepted, version } = run(steps)
        const rev = version() + 1
        const sent = { ...last, changeId: uuid(9_999_999), base }
        const context = { kind, lock: openLock, rev, by: 'post:c' as const, at: '2026-10-02T00:00:00Z', accepted }
        const { result, writes, record } = judgeChange(view, sent, context)
        const applied = result.result === 'applied'
        expect([writes !== undefined, record !== undefined]).toEqual([applied, applied])
        if (!writes || !record) return
        expect(record).toMatchObject({ changeId: sent.changeId, seq: rev, op: last.op })
        expect(Object.values(writes.fields).every(cell => cell.rev === rev && cell.by === 'post:c')).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('needs no other rows than the touched ones', () => {
    fc.assert(
      fc.property(interleaving, fc.array(wish, { minLength: 1, maxLength: 5 }), (steps, wishes) => {
        const s = run(steps)
        const sent = wishes.map((wanted, i) => ({
          ...wanted,
          changeId: uuid(9_999_000 + i),
          base: baseOf(s.view, wanted),
        }))
        const context = { kind, lock: openLock, rev: s.version() + 1, by: 'post:c' as const, at: '' }
        const { rows, above, below } = touchedRows(sent, kind)
        const structure = ({ $parent, $position, $removed }: StoredRow) =>
          ({ ...($parent && { $parent }), ...($position && { $position }), ...($removed && { $removed }) }) as StoredRow
        const loaded = s.view.records().flatMap((record): RowRecord[] => {
          const whole =
            below.includes(record.table) || rows.some(at => at.table === record.table && at.row === record.row)
          if (whole) return [record]
          return above.includes(record.table) ? [{ ...record, fields: structure(record.fields) }] : []
        })
        expect(judgeChanges(memoryView(loaded), sent, context)).toEqual(judgeChanges(s.view, sent, context))
      }),
      { numRuns: 400 },
    )
  })

  it('does not depend on the order of changes to different cells', () => {
    const different = fc.uniqueArray(cells, { selector: ([pointer]) => pointer, minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(interleaving, different, fc.infiniteStream(fc.nat()), (steps, changes, order) => {
        const { view, version } = run(steps)
        const context = { kind, lock: openLock, rev: version() + 1, by: 'post:c' as const, at: '' }
        const sent = changes.map(([pointer, value], i) => {
          const op = 'set' as const
          return { op, pointer, value, changeId: uuid(9_999_000 + i), base: baseOf(view, { op, pointer }) }
        })
        const keys = sent.map(() => order.next().value)
        const shuffled = sent.toSorted((a, b) => (keys[sent.indexOf(a)] ?? 0) - (keys[sent.indexOf(b)] ?? 0))
        const outcome = (list: SentChange[]) => {
          const judged = judgeChanges(view, list, context)
          const after = memoryView(view.records())
          for (const write of judged.writes) after.write(write)
          const results = judged.results.map(({ changeId, result }) => `${changeId} ${result}`).sort()
          return { results, answers: assemble(after.records(), kind) }
        }
        expect(outcome(shuffled)).toEqual(outcome(sent))
      }),
    )
  })

  it('judges a request as it would its changes one by one', () => {
    const batch = fc.uniqueArray(wish, { selector: ({ pointer }) => pointer, maxLength: 8 })
    fc.assert(
      fc.property(interleaving, batch, (steps, wishes) => {
        const [whole, single] = [run(steps), run(steps)]
        const sent = wishes
          .filter(({ op }) => op !== 'remove')
          .map((wanted, i) => ({ ...wanted, changeId: uuid(9_999_000 + i), base: baseOf(whole.view, wanted) }))
        const summary = (list: { result: string }[]) => list.map(({ result }) => result)
        expect(summary(whole.save(sent))).toEqual(summary(sent.flatMap(one => single.save([one]))))
        expect(assemble(whole.view.records(), kind)).toEqual(assemble(single.view.records(), kind))
      }),
    )
  })
})
