import type { FastifyReply, FastifyRequest } from 'fastify'
import { askerOf } from './auth/acting.ts'
import { problem } from './problem.ts'

const most = {
  /** While one waits for the database another computes; more would only hold more memory. */
  atOnce: 2,
  waiting: 20,
  /** Of one asker, until it is read to its end: the others find turns left. */
  each: 4,
  /** After a turn everybody else has the process for as long as it took, and this long at most. */
  pauseMs: 250,
}

interface Turn {
  asker: string
  began: number
  start: () => void
}

/**
 * Hooks of the routes that compute. Few of their requests run at once, the others wait in the order in which they came, and who
 * asks for too much is told to come again. A turn lasts until its answer is
 * written out as text, not until it is read: no slow reader keeps others waiting.
 */
export const createTurns = (bounds = most) => {
  const asked = new Set<Turn>()
  const running = new Set<Turn>()
  const waiting: Turn[] = []
  let resting = 0
  const held = new WeakMap<FastifyRequest, Turn>()

  const start = (turn: Turn): void => {
    running.add(turn)
    turn.began = performance.now()
    turn.start()
  }
  const end = (turn: Turn): void => {
    if (!running.delete(turn)) return
    resting += 1
    const rest = Math.min(performance.now() - turn.began, bounds.pauseMs)
    setTimeout(() => {
      resting -= 1
      const next = waiting.shift()
      if (next) start(next)
    }, rest)
  }
  const leave = (turn: Turn): void => {
    asked.delete(turn)
    const at = waiting.indexOf(turn)
    if (at >= 0) waiting.splice(at, 1)
    end(turn)
  }
  const admit = (asker: string): void => {
    const own = [...asked].filter(turn => turn.asker === asker).length
    if (own >= bounds.each)
      throw problem('too-many', {
        detail: `Permintaan Anda yang sebelumnya masih dikerjakan. Kirim paling banyak ${bounds.each} sekaligus, lalu coba lagi.`,
        retryAfter: 2,
      })
    if (waiting.length >= bounds.waiting) throw problem('busy', { retryAfter: 5 })
  }

  return {
    preValidation: async (request: FastifyRequest, { raw }: FastifyReply): Promise<void> => {
      const asker = request.acting ? askerOf(request.acting) : request.ip
      admit(asker)
      const { promise, resolve } = Promise.withResolvers<void>()
      const turn: Turn = { asker, began: 0, start: resolve }
      asked.add(turn)
      held.set(request, turn)
      raw.once('finish', () => leave(turn)).once('close', () => leave(turn))
      if (running.size + resting < bounds.atOnce) start(turn)
      else waiting.push(turn)
      await promise
    },
    onSend: async (request: FastifyRequest): Promise<void> => {
      const turn = held.get(request)
      if (turn) end(turn)
    },
  }
}
