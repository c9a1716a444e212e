import { isLoopback } from '@sepakat/db/engine/isLoopback.ts'
import type { FastifyRequest } from 'fastify'

const forwarding = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'via',
]

/**
 * The request comes from this very machine: its address and its Host are loopback, and nothing says that a proxy passed it on.
 * Demo accounts are shown to such requests alone, and only while PUBLIC_URL names this machine too: a forwarder that sends a
 * loopback Host and nothing else looks just like it (decision 0058).
 */
export const isOwnMachine = ({ socket, headers }: FastifyRequest): boolean => {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  return isLoopback(address) && isLoopback(host) && forwarding.every(name => headers[name] === undefined)
}
