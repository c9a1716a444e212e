import { Readable } from 'node:stream'

export const eventHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // A stream ends with its connection, so that nothing idle holds back a process that stops.
  connection: 'close',
  'x-accel-buffering': 'no',
}

/** Server-sent events as the body of an answer. Who does not take what is sent to them is let go, and comes again. */
export const eventStream = () => {
  const body = new Readable({ read: () => undefined })
  let ended = false
  const push = (text: string): void => {
    if (!ended && !body.destroyed && !body.push(text)) body.destroy()
  }
  return {
    body,
    /** Where the line breaks, comes again after this long: not all at once when a process was restarted. */
    retry: (ms: number): void => push(`retry: ${ms}\n\n`),
    say: (data: object): void => push(`data: ${JSON.stringify(data)}\n\n`),
    /** Keeps proxies from closing what is silent. */
    beat: (): void => push(':\n\n'),
    end: (): void => {
      if (!ended) body.push(null)
      ended = true
    },
    onClose: (then: () => void): void => {
      body.once('close', then)
    },
  }
}
