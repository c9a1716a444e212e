import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** A proxy that does to requests what a bad network does. */
export interface FaultyProxy {
  /** From now on requests are reset, repeated and delayed; before they pass unchanged. */
  faulty: boolean
  /** The number of faults by kind. */
  resets: { before: number; after: number }
  twice: number
  close: () => Promise<void>
}

const bodyOf = async (stream: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/**
 * Each fifth request is reset: alternately before it reaches the product and after, so that its response is lost. Each seventh is
 * sent twice, as by a retrying device in between, and the later response is returned. All are up to 40 ms late.
 * @param port to listen on · @param to the port of the product
 */
export const faultyProxy = async (port: number, to: number): Promise<FaultyProxy> => {
  let count = 0
  const pass = ({ method, url, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const outgoing = request({ host: '127.0.0.1', port: to, method, path: url, headers, agent: false }, resolve)
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming)
    const nth = proxy.faulty ? ++count : 0
    const resets = nth > 0 && nth % 5 === 0
    if (nth > 0) await sleep(Math.random() * 40)
    if (resets && nth % 10 === 0) {
      proxy.resets.before++
      incoming.socket.resetAndDestroy()
      return
    }
    let answer = await pass(incoming, body)
    if (nth > 0 && nth % 7 === 0) {
      proxy.twice++
      answer.resume()
      answer = await pass(incoming, body)
    }
    if (resets) {
      proxy.resets.after++
      answer.resume()
      incoming.socket.resetAndDestroy()
      return
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    // a stream of events ends with its client
    response.on('close', () => answer.destroy())
    answer.on('error', () => response.destroy())
    answer.pipe(response)
  }
  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => incoming.socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const proxy: FaultyProxy = {
    faulty: false,
    resets: { before: 0, after: 0 },
    twice: 0,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return proxy
}
