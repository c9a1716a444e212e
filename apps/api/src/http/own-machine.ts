import { isLoopback } from '@sepakat/db/engine/is-loopback.ts'
import type { FastifyRequest } from 'fastify'

const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/**
 * The request comes from this very machine: its address and its Host are loopback, and nothing says that a proxy passed it on.
 * Demo accounts are shown to such requests alone.
 */
export const isOwnMachine = ({ socket, headers }: FastifyRequest): boolean => {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  return isLoopback(address) && isLoopback(host) && forwarding.every(name => headers[name] === undefined)
}
