import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { expect, it } from 'vitest'
import { createTurns } from './createTurns.ts'
import type { ProblemError } from './problem.ts'

const bounds = { atOnce: 1, waiting: 3, each: 2, pauseMs: 1 }
const settled = <T>(value?: T) => sleep(20, value)

/** Asks of one set of turns: who has started, in order, and how each ends. */
const asking = () => {
  const turns = createTurns(bounds)
  const started: string[] = []
  return {
    started,
    ask: (name: string, ip = name) => {
      const request = { acting: null, ip } as FastifyRequest
      const raw = new ServerResponse(new IncomingMessage(new Socket()))
      const entered = turns.preValidation(request, { raw } as FastifyReply).then(() => started.push(name))
      return {
        entered,
        written: async () => {
          await turns.onSend(request)
          await settled()
        },
        left: async () => {
          raw.emit('close')
          await settled()
        },
      }
    },
  }
}
const refusal = (entered: Promise<unknown>): Promise<ProblemError> =>
  entered.then(
    () => expect.unreachable(),
    error => error,
  )

it('who came first is first, and the next begins when the answer before is written', async () => {
  const { started, ask } = asking()
  const [first, second] = [ask('a'), ask('b'), ask('c')]
  await settled()
  expect(started).toEqual(['a'])
  await first.written()
  expect(started).toEqual(['a', 'b'])
  await second.written()
  expect(started).toEqual(['a', 'b', 'c'])
})

it('who leaves while waiting is passed over', async () => {
  const { started, ask } = asking()
  const [first, second] = [ask('a'), ask('b'), ask('c')]
  await second.left()
  await first.written()
  expect(started).toEqual(['a', 'c'])
})

it('who leaves in the middle of the work makes room', async () => {
  const { started, ask } = asking()
  const [first] = [ask('a'), ask('b')]
  await first.left()
  expect(started).toEqual(['a', 'b'])
})

it('one asker has only so many until they are read to the end, and is told when to come again', async () => {
  const { ask } = asking()
  const [first] = [ask('a', 'one'), ask('b', 'one')]
  await first.written()
  expect(await refusal(ask('c', 'one').entered)).toMatchObject({ code: 'too-many', more: { retryAfter: 2 } })
  await first.left()
  await expect(Promise.race([ask('d', 'one').entered, settled('waits')])).resolves.toBe('waits')
})

it('where too many wait already the next is told that it is busy', async () => {
  const { ask } = asking()
  for (const name of ['a', 'b', 'c', 'd']) ask(name)
  expect(await refusal(ask('e').entered)).toMatchObject({ code: 'busy', more: { retryAfter: 5 } })
})
