import type { Narrative } from '@sepakat/rules/editions/Narrative.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NoAnswerError, ProblemError } from '#sync/problems/ProblemError.ts'
import { partOf } from '#testing/partOf.ts'
import type { EditionSection } from './queries.ts'
import { sectionWriter, type Unsent } from './sectionWriter.ts'

const said = (text: string): Narrative => [{ block: 'paragraph', text: [{ piece: 'text', text }] }]
const section = (rev: number, text = ''): EditionSection => partOf<EditionSection>({ rev, narrative: said(text) })

/** A server with one text, and a device. */
function world(rev = 1) {
  const server = { rev, narrative: said('awal'), fails: [] as unknown[], calls: 0 }
  let device: Unsent | null = null
  const writer = sectionWriter({
    rev,
    put: async ({ base, narrative }) => {
      server.calls += 1
      const failure = server.fails.shift()
      if (failure) throw failure
      if (base !== server.rev) return { result: 'conflict', section: section(server.rev, 'mereka') }
      server.rev += 1
      server.narrative = narrative
      return { result: 'saved', section: section(server.rev) }
    },
    keep: unsent => {
      device = unsent
    },
    onSaved: () => undefined,
  })
  return { server, writer, device: () => device }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('sectionWriter', () => {
  it('keeps a text on the device until the server has it, and sends only the last', async () => {
    const { server, writer, device } = world()
    writer.write(said('a'))
    writer.write(said('ab'))
    expect(device()).toEqual({ base: 1, narrative: said('ab') })
    await vi.advanceTimersByTimeAsync(1200)
    expect(server).toMatchObject({ rev: 2, narrative: said('ab'), calls: 1 })
    expect(device()).toBeNull()
    expect(writer.writing.get()).toEqual({ state: 'saved' })
  })
  it('sends again by itself where no answer came', async () => {
    const { server, writer, device } = world()
    server.fails = [new NoAnswerError('offline')]
    writer.write(said('a'))
    await vi.advanceTimersByTimeAsync(1200)
    expect(writer.writing.get()).toEqual({ state: 'unreached' })
    expect(device()).toMatchObject({ narrative: said('a') })
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.narrative).toEqual(said('a'))
    expect(device()).toBeNull()
  })
  it('leaves on the device what the server refuses', async () => {
    const { server, writer, device } = world()
    const problem = partOf<ProblemError['problem']>({ status: 409, code: 'wrong-status', title: '', detail: '' })
    server.fails = [new ProblemError(problem)]
    writer.write(said('a'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(writer.writing.get().state).toBe('refused')
    expect([server.calls, device()]).toEqual([1, { base: 1, narrative: said('a') }])
  })
  it('shows both texts where another person saved first, and writes neither until one is chosen', async () => {
    const { server, writer, device } = world()
    server.rev = 5
    writer.write(said('saya'))
    await vi.advanceTimersByTimeAsync(1200)
    expect(writer.writing.get()).toMatchObject({ state: 'conflict', mine: said('saya'), theirs: { rev: 5 } })
    writer.write(said('saya juga'))
    await vi.advanceTimersByTimeAsync(5000)
    expect(server.calls).toBe(1)
    writer.settle('mine')
    await vi.advanceTimersByTimeAsync(0)
    expect([server.narrative, device()]).toEqual([said('saya juga'), null])
  })
})
