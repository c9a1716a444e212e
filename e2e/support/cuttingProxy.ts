import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A proxy with a bad connection: bytes to the product are sent at this rate, and a connection ends after a random number of them. */
export interface CuttingProxy {
  /** Bytes a second to the product; 0: unlimited. */
  rate: number
  /** A connection is cut before it has carried more bytes than this to the product; 0: never. */
  cutWithin: number
  cuts: number
  close: () => Promise<void>
}

const slice = 4096

/** @param port to listen on · @param to the port of the product */
export const cuttingProxy = async (port: number, to: number): Promise<CuttingProxy> => {
  const open = new Set<Socket>()
  const server = createServer(client => {
    const product = connect(to, '127.0.0.1')
    const both = [client, product]
    for (const socket of both) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        for (const other of both) other.destroy()
      })
    }
    product.pipe(client)
    const left = Math.random()
    const carry = async () => {
      let carried = 0
      for await (const chunk of client as AsyncIterable<Buffer>) {
        for (let at = 0; at < chunk.length; at += slice) {
          const part = chunk.subarray(at, at + slice)
          carried += part.length
          if (line.cutWithin > 0 && carried > left * line.cutWithin && carried > slice) {
            product.write(part.subarray(0, part.length / 2), () => product.destroy())
            line.cuts++
            return
          }
          product.write(part)
          if (line.rate > 0) await sleep((part.length / line.rate) * 1000)
        }
      }
      product.end()
    }
    carry().catch(() => product.destroy())
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const line: CuttingProxy = {
    rate: 0,
    cutWithin: 0,
    cuts: 0,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
  return line
}
