import net from 'node:net'

export interface CountingProxy {
  /** The address of a database, through here. */
  through: (url: string) => string
  /** Since it began: turns from waiting to being asked, and statements in them. */
  counted: () => { roundTrips: number; statements: number }
  close: () => Promise<void>
}

/** The first byte of a message is its type, the next four its length; a start-up message has no type. */
const execute = 'E'.charCodeAt(0)
const simple = 'Q'.charCodeAt(0)

/** Forwards between a server and PostgreSQL on this machine, and counts what is asked. */
export const openCountingProxy = async (url: string): Promise<CountingProxy> => {
  const target = { host: '127.0.0.1', port: Number(new URL(url).port) }
  const total = { roundTrips: 0, statements: 0 }
  const open = new Set<net.Socket>()
  const proxy = net.createServer(client => {
    const server = net.connect({ ...target, noDelay: true })
    let isAsking = false
    let hasStarted = false
    let rest = Buffer.alloc(0)
    client.setNoDelay(true)
    client.on('data', part => {
      if (!isAsking) total.roundTrips += 1
      isAsking = true
      rest = Buffer.concat([rest, part])
      for (;;) {
        const typed = hasStarted ? 1 : 0
        if (rest.length < typed + 4) break
        const end = typed + rest.readInt32BE(typed)
        if (rest.length < end) break
        if (hasStarted && (rest[0] === execute || rest[0] === simple)) total.statements += 1
        hasStarted = true
        rest = rest.subarray(end)
      }
      server.write(part)
    })
    server.on('data', part => {
      isAsking = false
      client.write(part)
    })
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      open.add(one)
      one
        .on('error', () => undefined)
        .on('close', () => {
          open.delete(one)
          other.destroy()
        })
    }
  })
  await new Promise<void>(listening => proxy.listen(0, '127.0.0.1', listening))
  const { port } = proxy.address() as net.AddressInfo
  return {
    through: address => {
      const through = new URL(address)
      through.port = String(port)
      return through.href
    },
    counted: () => ({ ...total }),
    close: () =>
      new Promise(closed => {
        for (const socket of open) socket.destroy()
        proxy.close(() => closed())
      }),
  }
}
