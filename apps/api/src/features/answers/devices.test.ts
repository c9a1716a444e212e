import type { Cell, Place } from '@sepakat/rules'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Reporting, reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { answerHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let people: SignedIn[]
beforeAll(async () => {
  api = await testApi({ ...submissionHandlers, ...answerHandlers })
  plan = await reporting(api.db)
  people = await Promise.all([1, 2].map(() => api.as({ role: 'operator', offices: [plan.dinkes] })))
})
afterAll(() => api.close())

type Worth = Cell | Place | null
interface Sent {
  changeId: string
  op: 'set' | 'clear' | 'add' | 'move' | 'remove'
  pointer: string
  value?: Worth
  base: number
}
interface Result {
  changeId: string
  result: string
  rev?: number
  theirs?: { rev: number }
}
type Revs = Record<string, Record<string, Record<string, number>>>

const begin = async (period: string): Promise<string> =>
  (await people[0]!.call('POST', '/submissions', { office: plan.dinkes, form: 'spm/triwulan', period })).json().id

/** A device: the revs it saw, the changes it has not had an answer to, and what each change it sent came to. */
class Device {
  readonly by: SignedIn
  readonly id: string
  readonly outcomes = new Map<string, { sent: Sent; result: Result }>()
  waiting: Sent[] = []
  revs: Revs = {}
  constructor(by: SignedIn, id: string) {
    this.by = by
    this.id = id
  }

  async pull(): Promise<void> {
    this.revs = (await this.by.call('GET', `/submissions/${this.id}/answers?revs=true`)).json().revs
  }

  /** At most one waiting change per pointer, as the outbox of a device keeps them. */
  edit(op: Sent['op'], pointer: string, value?: Worth): void {
    if (this.waiting.some(change => change.pointer === pointer)) return
    const [, table = '', row = '', field] = pointer.split('/')
    const cells = this.revs[table]?.[row] ?? {}
    const highest = Math.max(0, ...Object.values(cells))
    const base = field
      ? (cells[field] ?? 0)
      : op === 'add'
        ? (cells.$removed ?? 0)
        : op === 'move'
          ? (cells.$position ?? 0)
          : highest
    this.waiting.push({ changeId: v7(), op, pointer, value, base })
  }

  /** `lost`: the answer never arrives, so that the same changes are sent again later. */
  async send(lost: boolean): Promise<void> {
    const changes = this.waiting
    if (changes.length === 0) return
    const answer = await this.by.call('PATCH', `/submissions/${this.id}/answers`, { changes })
    expect(answer.statusCode, answer.body).toBe(200)
    if (lost) return
    for (const [at, result] of (answer.json().results as Result[]).entries()) {
      const sent = changes[at]!
      this.outcomes.set(sent.changeId, { sent, result })
      const [, table = '', row = '', field = '$position'] = sent.pointer.split('/')
      const rev = result.rev ?? result.theirs?.rev
      if (rev !== undefined) {
        this.revs[table] ??= {}
        this.revs[table][row] = { ...this.revs[table][row], [sent.op === 'remove' ? '$removed' : field]: rev }
      }
    }
    this.waiting = []
  }
}

interface Change {
  seq: number
  pointer: string
  op: string
  to: Worth
  changeId: string
}
const history = async (id: string): Promise<Change[]> => {
  const all: Change[] = []
  for (let more = true; more; ) {
    const page = (
      await people[0]!.call('GET', `/submissions/${id}/changes?since=${all.at(-1)?.seq ?? 0}&limit=500`)
    ).json()
    all.push(...page.items)
    more = page.more
  }
  return all
}

const rows = Array.from({ length: 2 }, () => v7())
const cells = [
  '/recipients/ibu-hamil/due',
  '/quality/ibu-hamil.buku-kia/met',
  '/stages/balita/plan',
  `/problems/${rows[0]}/problem`,
]
const values: Record<string, string[]> = { [cells[2]!]: ['belum', 'selesai'] }
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('set' as const), cell: fc.nat(3), value: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear' as const), cell: fc.nat(3), value: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('add' as const, 'move' as const, 'remove' as const),
      cell: fc.nat(1),
      value: fc.nat(9),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('send' as const, 'lost' as const, 'both' as const, 'pull' as const),
      cell: fc.nat(1),
      value: fc.nat(1),
    }),
  },
)
const steps = fc.array(fc.tuple(fc.nat(1), step), { minLength: 5, maxLength: 40 })

describe('two devices in one form, one of them losing answers on the way', () => {
  it('never lose a change: each is in the answers as history tells them, or came back as conflict', async () => {
    const id = await begin('2026-TW1')
    const seen: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(steps, async taken => {
        const devices = people.map(by => new Device(by, id))
        for (const device of devices) await device.pull()
        for (const [at, { do: what, cell, value }] of taken) {
          const device = devices[at]!
          const pointer = cells[cell]!
          const place = { parent: value % 2 ? 'ibu-hamil' : 'balita', position: `a${value}` }
          if (what === 'set') device.edit('set', pointer, values[pointer]?.[value % 2] ?? String(value))
          else if (what === 'clear') device.edit('clear', pointer)
          else if (what === 'pull') await device.pull()
          else if (what === 'both') await Promise.all(devices.map(each => each.send(false)))
          else if (what === 'send' || what === 'lost') await device.send(what === 'lost')
          else device.edit(what, `/problems/${rows[cell]}`, what === 'remove' ? undefined : place)
        }
        for (const device of devices) await device.send(false)

        const changes = await history(id)
        const byId = new Map(changes.map(change => [change.changeId, change]))
        expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, n) => n + 1))
        for (const { result } of devices.flatMap(device => [...device.outcomes.values()]))
          seen[result.result] = (seen[result.result] ?? 0) + 1
        for (const { sent, result } of devices.flatMap(device => [...device.outcomes.values()])) {
          const kept = byId.get(sent.changeId)
          if (result.result === 'applied')
            expect(kept).toMatchObject({ seq: result.rev, pointer: sent.pointer, op: sent.op })
          // `already` is a replay of its own, or says that the same value is there
          else if (kept) expect([result.result, result.rev]).toEqual(['already', kept.seq])
          else expect(['already', 'conflict', 'bad-shape']).toContain(result.result)
        }
        const cellsSet = changes.filter(({ op }) => op === 'set' || op === 'clear')
        const { answers } = (await people[0]!.call('GET', `/submissions/${id}/answers`)).json()
        for (const pointer of cells.slice(0, 3)) {
          const [, table = '', row = '', field = ''] = pointer.split('/')
          const last = cellsSet.findLast(change => change.pointer === pointer)
          expect(answers[table]?.[row]?.[field] ?? null).toEqual(last?.to ?? null)
          // no change overwrote a value its author had not seen
          const bases = new Map(
            devices.flatMap(d => [...d.outcomes.values()]).map(({ sent }) => [sent.changeId, sent.base]),
          )
          const own = cellsSet.filter(change => change.pointer === pointer)
          for (const [at, { changeId }] of own.entries()) {
            const base = bases.get(changeId)
            if (base !== undefined) expect(base).toBe(own[at - 1]?.seq ?? 0)
          }
        }
      }),
      { numRuns: 40 },
    )
    expect(Math.min(seen.applied ?? 0, seen.already ?? 0, seen.conflict ?? 0)).toBeGreaterThan(10)
  })
})

describe('many at once', () => {
  it('apply all changes of different cells, from any sender', async () => {
    const id = await begin('2026-TW2')
    const form = (await people[0]!.call('GET', `/submissions/${id}/form`)).json()
    const pointers = (form.scope.rows as string[]).flatMap(row =>
      ['due', 'served'].map(field => `/recipients/${row}/${field}`),
    )
    const before = (await people[0]!.call('GET', `/submissions/${id}/answers?revs=true`)).json()
    const baseOf = (pointer: string): number => {
      const [, table = '', row = '', field = ''] = pointer.split('/')
      return before.revs[table]?.[row]?.[field] ?? 0
    }
    const saved = await Promise.all(
      pointers.map((pointer, n) =>
        people[n % 2]!.call('PATCH', `/submissions/${id}/answers`, {
          changes: [{ changeId: v7(), op: 'set', pointer, value: String(1000 + n), base: baseOf(pointer) }],
        }),
      ),
    )
    expect(new Set(saved.map(answer => answer.json().results[0].result))).toEqual(new Set(['applied']))
    const { version, answers } = (await people[0]!.call('GET', `/submissions/${id}/answers`)).json()
    expect(version).toBe(before.version + pointers.length)
    for (const [n, pointer] of pointers.entries()) {
      const [, table = '', row = '', field = ''] = pointer.split('/')
      expect(answers[table][row][field]).toBe(String(1000 + n))
    }
  })

  it('let one of many with the same If-Match through', async () => {
    const id = await begin('2026-TW3')
    const { version } = (await people[0]!.call('GET', `/submissions/${id}/answers`)).json()
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        people[n % 2]!.call(
          'PATCH',
          `/submissions/${id}/answers`,
          {
            changes: [{ changeId: v7(), op: 'set', pointer: '/recipients/balita/served', value: n % 2 ? '11' : '12' }],
          },
          { 'if-match': `"${version}"` },
        ),
      ),
    )
    expect(all.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(7).fill(412)])
  })

  it('give one change id to one of two reports', async () => {
    const [first, second] = [await begin('2026-TW3'), await begin('2026-TW4')]
    for (let n = 0; n < 12; n += 1) {
      const place = { parent: 'balita', position: 'a0' }
      const add = { changeId: v7(), op: 'add', pointer: `/staff/${v7()}`, value: place }
      const answers = await Promise.all(
        [first, second].map((id, at) => people[at]!.call('PATCH', `/submissions/${id}/answers`, { changes: [add] })),
      )
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
      const results = answers.map(answer => answer.json().results[0])
      expect(results.map(({ result, code }) => code ?? result).sort()).toEqual(['applied', 'change-id-reused'])
    }
  })
})
