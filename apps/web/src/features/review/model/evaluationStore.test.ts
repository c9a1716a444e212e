import { describe, expect, it, vi } from 'vitest'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'
import { type EvaluationDeps, evaluationStoreOf } from './evaluationStore.ts'

const at = '/parts/a/grade'
type Send = EvaluationDeps['send']

/** A store over a server that numbers what it receives, from 11 on. */
function opened(more: Partial<EvaluationDeps> = {}) {
  const sent: Parameters<Send>[0][] = []
  let rev = 10
  const send = vi.fn<Send>(async change => {
    sent.push(change)
    rev += 1
    return { version: rev, results: [{ changeId: change.changeId, result: 'applied', rev }] }
  })
  const store = evaluationStoreOf({
    answers: { parts: { a: { met: true } } },
    version: 10,
    revs: { parts: { a: { met: 3 } } },
    send,
    retryDelayMs: 1,
    ...more,
  })
  return { store, sent, send }
}

describe('an evaluator’s changes', () => {
  it('are shown at once, and sent with the last base', async () => {
    const { store, sent } = opened()
    store.set(at, 'B')
    expect(store.get()).toMatchObject({ answers: { parts: { a: { met: true, grade: 'B' } } }, waiting: 1 })
    store.set(at, 'CC')
    store.set('/parts/a/met', false)
    store.set(at, null)
    await store.settled()
    expect(sent.map(({ op, base }) => [op, base])).toEqual([
      ['set', 0],
      ['set', 11],
      ['set', 3],
      ['clear', 12],
    ])
    expect(store.get()).toMatchObject({
      answers: { parts: { a: { met: false } } },
      version: 14,
      waiting: 0,
      failed: null,
    })
  })

  it('are not sent where they change nothing', async () => {
    const { store, sent } = opened()
    store.set('/parts/a/met', true)
    store.set(at, null)
    await store.settled()
    expect(sent).toEqual([])
  })

  it('are sent again, with the same id, until the server answers', async () => {
    const ids: string[] = []
    const send: Send = async change => {
      ids.push(change.changeId)
      if (ids.length < 3) throw new NoAnswerError('offline')
      return { version: 11, results: [{ changeId: change.changeId, result: 'applied', rev: 11 }] }
    }
    const { store } = opened({ send })
    store.set(at, 'B')
    await store.settled()
    expect([ids.length, new Set(ids).size]).toEqual([3, 1])
    expect(store.get()).toMatchObject({ version: 11, failed: null, answers: { parts: { a: { grade: 'B' } } } })
  })

  it('are reverted with a message where the server refuses them', async () => {
    const locked = { result: 'locked', why: 'status', status: 'returned', since: '', by: null, name: '' } as const
    const send: Send = async ({ changeId }) => ({ version: 10, results: [{ changeId, ...locked }] })
    const { store } = opened({ send })
    store.set(at, 'B')
    await store.settled()
    expect(store.get().answers).toEqual({ parts: { a: { met: true } } })
    expect(store.get().failed).toBeInstanceOf(Error)
  })

  it('add rows at the end of their list, and remove them with everything in them', async () => {
    const { store, sent } = opened()
    const first = store.add('advice', null)
    const second = store.add('advice', null)
    store.set(`/advice/${first}/text`, 'Agar dilengkapi')
    const places = [first, second].map(id => store.get().answers.advice?.[id]?.$position)
    expect([...places].sort()).toEqual(places)
    store.remove('advice', first)
    await store.settled()
    expect(Object.keys(store.get().answers.advice ?? {})).toEqual([second])
    expect(sent.at(-1)).toMatchObject({ op: 'remove', base: 13 })
  })
})
