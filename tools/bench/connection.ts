import net from 'node:net'

export interface Request {
  method: 'GET' | 'POST' | 'PATCH'
  path: string
  /** Header lines other than Host and Content-Length. */
  headers?: Record<string, string>
  body?: string | Buffer
}
export interface Answer {
  status: number
  head: string
  body: string
  /** From the first byte sent to the last one read, in milliseconds. */
  ms: number
}
export interface Connection {
  send(request: Request): Promise<Answer>
  close(): void
}

const headEnd = Buffer.from('\r\n\r\n')

/**
 * One kept-alive HTTP/1.1 connection to this machine, one request at a time. It asks for no compression and reads only answers
 * of a stated length, so that it takes as little of the two cores from the servers it measures as a client can.
 */
export const connect = (port: number): Promise<Connection> =>
  new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port, noDelay: true })
    let waiting: { answer: (answer: Answer) => void; fail: (error: Error) => void; since: number } | null = null
    let read: Buffer[] = []
    let size = 0
    let whole = Number.POSITIVE_INFINITY
    const fail = (error: Error) => {
      waiting?.fail(error)
      waiting = null
      reject(error)
    }
    socket.on('error', fail).on('close', () => fail(new Error('the server closed the connection')))
    socket.on('data', part => {
      read.push(part)
      size += part.length
      if (whole === Number.POSITIVE_INFINITY) {
        const all = read.length === 1 ? part : Buffer.concat(read)
        const end = all.indexOf(headEnd)
        if (end < 0) return
        const length = /\r\ncontent-length: (\d+)/i.exec(all.toString('latin1', 0, end))?.[1]
        if (length === undefined) return fail(new Error('an answer without a length'))
        whole = end + headEnd.length + Number(length)
      }
      if (size < whole) return
      const all = Buffer.concat(read)
      const end = all.indexOf(headEnd)
      const done = waiting
      read = []
      size = 0
      whole = Number.POSITIVE_INFINITY
      waiting = null
      done?.answer({
        status: Number(all.toString('latin1', 9, 12)),
        head: all.toString('latin1', 0, end),
        body: all.toString('utf8', end + headEnd.length),
        ms: performance.now() - done.since,
      })
    })
    const send: Connection['send'] = ({ method, path, headers = {}, body = '' }) =>
      new Promise((answer, failed) => {
        const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(
          ([name, value]) => `${name}: ${value}`,
        )
        if (method !== 'GET') lines.push(`content-length: ${Buffer.byteLength(body)}`)
        waiting = { answer, fail: failed, since: performance.now() }
        socket.write(
          Buffer.concat([
            Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`),
            Buffer.from(body),
          ]),
        )
      })
    socket.once('connect', () => resolve({ send, close: () => socket.removeAllListeners('close').destroy() }))
  })
