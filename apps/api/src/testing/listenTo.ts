import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Caller } from './testApi.ts'

/** A stream of server-sent events over a real socket, as a browser has it. */
export interface Listening {
  status: number
  headers: Headers
  /** Waits for one that is like this (at most five seconds), and forgets all up to it. */
  heard: (about: string, like?: (data: Record<string, unknown>) => boolean) => Promise<Record<string, unknown>>
  /** What came and was not waited for. */
  others: () => Record<string, unknown>[]
  /** Settles when the server has ended it. */
  ended: Promise<void>
  close: () => void
}

export const originOf = (app: FastifyInstance): string =>
  `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`

export const listenTo = async (origin: string, path: string, who: Caller): Promise<Listening> => {
  const stop = new AbortController()
  const answer = await fetch(`${origin}/api/v1${path}`, {
    headers: { ...who.headers, 'accept-encoding': 'br, gzip' },
    signal: stop.signal,
  })
  let came: Record<string, unknown>[] = []
  let wake = () => {}
  const read = async () => {
    let text = ''
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      for (const block of blocks) if (block.startsWith('data: ')) came.push(JSON.parse(block.slice(6)))
      wake()
    }
  }
  const ended = read().catch(() => undefined)
  const heard: Listening['heard'] = async (about, like = () => true) => {
    const until = Date.now() + 5_000
    for (;;) {
      const at = came.findIndex(data => data.about === about && like(data))
      if (at >= 0) {
        const found = came[at]!
        came = came.slice(at + 1)
        return found
      }
      if (Date.now() >= until) throw new Error(`nothing about ${about}; came: ${JSON.stringify(came)}`)
      await new Promise<void>(resolve => {
        wake = resolve
        setTimeout(resolve, 100)
      })
    }
  }
  return { status: answer.status, headers: answer.headers, heard, others: () => came, ended, close: () => stop.abort() }
}
