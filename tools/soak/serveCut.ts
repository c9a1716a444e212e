import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Said {
  status?: number
  body: string
  /** Ends the connection after so many characters of the body, as a killed server does. */
  cutAfter?: number
  /** The length is not said ahead: the body goes out in chunks. */
  chunked?: boolean
}

/** A server of a test that can break off in the middle of a response; gives its origin. */
export const serveCut = async (answer: (request: IncomingMessage) => Said) => {
  const server = createServer((request, response) => {
    const { status = 200, body, cutAfter, chunked = false } = answer(request)
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(!chunked && { 'content-length': Buffer.byteLength(body) }),
    })
    if (cutAfter === undefined) return response.end(body)
    response.write(body.slice(0, cutAfter), () => setTimeout(() => response.destroy(), 20))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const close = () => new Promise(resolve => server.close(resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}
