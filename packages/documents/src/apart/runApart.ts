import { fork } from 'node:child_process'
import { once } from 'node:events'

const timeoutMs = 120_000

let last: Promise<unknown> = Promise.resolve()

/**
 * Has a script do its work in a process that ends with it: the process that asks stays fast, and gets back its memory. One at a time,
 * of all that is asked for: each takes some hundred megabytes.
 * @throws what the script said where it made nothing, or that it took too long
 */
export function runApart(script: URL, order: unknown): Promise<Buffer> {
  const turn = last.then(() => run(script, order))
  last = turn.catch(() => undefined)
  return turn
}

async function run(script: URL, order: unknown): Promise<Buffer> {
  const child = fork(script, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--max-semi-space-size=4'],
  })
  const late = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
  let bytes: Buffer | null = null
  let said = ''
  child.once('message', (made: Uint8Array) => {
    bytes = Buffer.from(made)
  })
  child.stderr?.setEncoding('utf8').on('data', part => {
    said += part
  })
  child.send(order as object)
  const [code] = await once(child, 'close')
  clearTimeout(late)
  if (bytes === null) throw new Error(`the document was not made (${code}): ${said.slice(0, 2000)}`)
  return bytes
}
