import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { originOf } from './listenTo.ts'

export interface RawAnswer {
  status: number
  headers: string
  body: string
}

/** Sends bytes as they are over a socket of its own, as no client library would; the app must be listening. */
export const sayRaw = (app: FastifyInstance, bytes: string): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(originOf(app)).port), '127.0.0.1', () => socket.write(bytes, 'latin1'))
    let heard = ''
    socket.setEncoding('latin1')
    socket.on('data', chunk => {
      heard += chunk
    })
    socket.on('close', () => {
      const [headers = '', ...body] = heard.split('\r\n\r\n')
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(headers)?.[1]), headers, body: body.join('\r\n\r\n') })
    })
    socket.on('error', reject)
  })

/** A request for this very address: nothing of it is normalised on the way. */
export const askAddress = (app: FastifyInstance, target: string, { method = 'GET', accept = '*/*' } = {}) =>
  sayRaw(app, `${method} ${target} HTTP/1.1\r\nhost: localhost\r\naccept: ${accept}\r\nconnection: close\r\n\r\n`)
