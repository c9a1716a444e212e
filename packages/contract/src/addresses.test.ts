// What requests may name rows, cells and anchors by. Their sense is judged where they are looked up (404, `bad-shape`), so the wire
// takes more than there is: programs and old devices send what it took before.
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { api } from './index.ts'

const id = '0199f5a0-1234-4abc-8def-0123456789ab'
type Route = keyof typeof api
const bodyOf = (route: Route): z.ZodType => (api[route] as { body?: z.ZodType }).body!
const takes = (route: Route, body: object): boolean => bodyOf(route).safeParse(body).success

const long = (length: number) => 'x'.repeat(length)
const anchors = {
  taken: ['', '/a', '/a/b', '/a/b/c', '/A/B_1/$parent', '/a/b/0', '/__proto__/a', `/${long(399)}`],
  refused: ['a', '/', '/a/', '//a', '/a/b/c/d', '/a b', '/a~b', `/${long(400)}`, 7, null],
}
const rows = { taken: ['a', 'A b/c', '*', id, long(160)], refused: ['', long(161), 7, null] }

const anchored: [Route, (anchor: unknown) => object][] = [
  ['POST /submissions/:id/notes', anchor => ({ id, anchor, text: 'Dari mana?' })],
  ['PUT /submissions/:id/ticks', anchor => ({ anchor, ticked: true })],
  ['PUT /submissions/:id/ticks', anchor => ({ anchors: [anchor], ticked: true })],
  ['PUT /submissions/:id/presence', at => ({ at })],
]
describe.each(anchored)('%s', (route, body) => {
  it.each(anchors.taken)('takes the anchor %s', anchor => expect(takes(route, body(anchor))).toBe(true))
  it.each(anchors.refused)('refuses %s', anchor => expect(takes(route, body(anchor))).toBe(false))
})

const named: [Route, (row: unknown) => object][] = [
  ['POST /assignments', row => ({ form: 'spm/triwulan', row, office: id, fromYear: 2026 })],
  ['POST /catalogues/:type/:form/versions/preview', row => ({ basedOn: 1, retire: { row, lastYear: 2026 } })],
]
describe.each(named)('%s', (route, body) => {
  it.each(rows.taken)('takes the row %s', row => expect(takes(route, body(row))).toBe(true))
  it.each(rows.refused)('refuses %s', row => expect(takes(route, body(row))).toBe(false))
})

describe('a change', () => {
  const sent = { changeId: id, op: 'set', pointer: '/services/a/due', value: '1', base: 0 }
  const save = (...changes: object[]) => takes('PATCH /submissions/:id/answers', { changes })

  it.each([
    sent,
    { ...sent, pointer: 'nowhere' },
    { ...sent, pointer: long(400) },
    { ...sent, value: { asTyped: '12,5x' }, seen: true, via: 'import' },
    { changeId: id, op: 'remove', pointer: '/goals/x' },
    { changeId: id, op: 'add', pointer: '/goals/x', value: { parent: null, position: 'a0' } },
    { changeId: id, op: 'move', pointer: '/goals/x', value: { parent: long(160), position: '?' } },
  ])('is judged by itself: %j', change => expect(save(change)).toBe(true))

  it.each([
    { ...sent, changeId: 'x' },
    { ...sent, op: 'replace' },
    { ...sent, base: -1 },
    { ...sent, base: 1.5 },
    { ...sent, base: '1' },
    { ...sent, pointer: '' },
    { ...sent, pointer: long(401) },
    { ...sent, value: 12 },
    { ...sent, more: true },
    { changeId: id, op: 'add', pointer: '/goals/x', value: { parent: '', position: 'a0' } },
    { changeId: id, op: 'add', pointer: '/goals/x', value: { parent: long(161), position: 'a0' } },
  ])('is refused with all others: %j', wrong => expect(save(sent, wrong)).toBe(false))

  it('is one of 1 to 200', () => {
    const of = (length: number) => save(...Array.from({ length }, () => sent))
    expect([of(0), of(1), of(200), of(201)]).toEqual([false, true, true, false])
  })
})

describe('a change that is asked to be opened for', () => {
  const ask = (pointer: unknown) =>
    takes('POST /submissions/:id/reopen-requests', { id, reason: 'Salah', changes: [{ op: 'clear', pointer }] })

  it.each(['/a/b', '/a/b/c', '/A/0/$parent'])('names a row or a cell: %s', at => expect(ask(at)).toBe(true))
  it.each(['', '/a', '/a/b/c/d', 'a/b', '/a b/c'])('names nothing else: %s', at => expect(ask(at)).toBe(false))
})

describe('a corrected row', () => {
  const correct = (change: object) =>
    takes('POST /catalogues/:type/:form/versions/preview', {
      basedOn: 1,
      correct: { row: 'a', fromYear: 2026, change },
    })
  const formula = (kind: string) => ({ formula: { kind, inputs: { due: 'Jumlah' } } })
  const words = {
    confidence: ['verified', 'seen', 'partly-seen', 'inferred', 'memory', 'unsure'],
    direction: ['higher', 'lower', null],
  }
  const kinds = 'ratio quotient average direct growth deviation checklist category composite'.split(' ')

  it('is said in the words there are', () => {
    for (const [name, all] of Object.entries(words))
      for (const value of all) expect([value, correct({ [name]: value })]).toEqual([value, true])
    for (const kind of kinds) expect([kind, correct(formula(kind))]).toEqual([kind, true])
  })
  it('and in no others', () => {
    expect([correct({ confidence: 'sure' }), correct({ direction: '' }), correct(formula('sum'))]).toEqual([
      false,
      false,
      false,
    ])
  })
})
