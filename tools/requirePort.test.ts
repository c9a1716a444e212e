import { once } from 'node:events'
import net from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { requirePort } from './requirePort.ts'

const server = net.createServer()
let port: number

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => server.close())

it('a port that another program has is refused in one sentence', async () => {
  await expect(requirePort('127.0.0.1', port, 0)).rejects.toThrow(
    `Port ${port} di 127.0.0.1 sudah dipakai program lain. Pilih port lain, misalnya: PORT=${port + 1} npm start`,
  )
})

it('an address that is not this machine’s is refused', async () => {
  await expect(requirePort('192.0.2.1', port, 0)).rejects.toThrow('HOST=192.0.2.1 bukan alamat mesin ini.')
})

it('a port that becomes free in time is taken', async () => {
  setTimeout(() => server.close(), 300)
  await requirePort('127.0.0.1', port, 3000)
  expect(server.listening).toBe(false)
})
