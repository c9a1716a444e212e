/**
 * A lock that ends with its process, however it ends: the kernel closes what the process listens on. The holder tells who
 * asks what it is doing.
 */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Lock {
  held: true
  /** Changes what others are told about the holder. */
  tell(note: string): void
  release(): Promise<void>
}

export interface HeldElsewhere {
  held: false
  note: string
}

/**
 * Takes the lock of this name (one machine, all users), or gives the holder's note.
 * @param note what others are told about the holder
 */
export async function tryLock(name: string, note = ''): Promise<Lock | HeldElsewhere> {
  const address = addressOf(name)
  let said = note
  const server = net.createServer(socket => socket.on('error', () => {}).end(said))
  for (let attempt = 0; ; attempt++) {
    if (await listens(server, address)) break
    const answer = await ask(address)
    if (answer !== null) return { held: false, note: answer }
    // no answer: a holder that is just leaving, or (where the address is a file) what a killed one left
    if (attempt >= 20) throw new Error(`lock ${name} is neither free nor held`)
    if (path.isAbsolute(address) && process.platform !== 'win32') rmSync(address, { force: true })
    await sleep(50)
  }
  server.unref()
  return {
    held: true,
    tell: text => {
      said = text
    },
    release: () => new Promise(resolve => server.close(() => resolve())),
  }
}

/** Does the work while holding the lock, waiting for others before it. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = await tryLock(name)
    if (lock.held) {
      try {
        return await work()
      } finally {
        await lock.release()
      }
    }
    await sleep(100)
  }
}

function addressOf(name: string): string {
  const key = `sepakat-${createHash('sha256').update(name).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${key}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${key}` : path.join(tmpdir(), `${key}.sock`)
}

function listens(server: net.Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error))
    server.once('error', failed)
    server.listen(address, () => {
      server.off('error', failed)
      resolve(true)
    })
  })
}

function ask(address: string): Promise<string | null> {
  return new Promise(resolve => {
    let said = ''
    const socket = net.connect(address)
    socket.setTimeout(2000, () => socket.destroy())
    socket.setEncoding('utf8').on('data', part => {
      said += part
    })
    let failed = false
    socket.on('error', () => {
      failed = true
    })
    socket.on('close', () => resolve(failed ? null : said))
  })
}
