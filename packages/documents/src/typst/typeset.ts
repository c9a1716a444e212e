import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { OfficialPaper } from '../paper/officialPaper.ts'
import type { Paper } from '../paper/paper.ts'

const compile = fileURLToPath(new URL('compile.ts', import.meta.url))
const timeoutMs = 120_000

/** What the process that draws is sent. */
export interface Order {
  template: 'report' | 'official' | 'edition'
  /** As JSON. */
  paper: string
}

/** A paper that says itself which template draws it. */
interface OtherPaper {
  kind: Order['template']
}

/** Draws a paper as PDF, in a process that ends with it. @throws what the compiler said, or that it took too long */
export const typeset = async (paper: Paper | OfficialPaper | OtherPaper): Promise<Buffer> => {
  const child = fork(compile, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] })
  const late = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
  let pdf: Buffer | null = null
  let said = ''
  child.once('message', (made: Uint8Array) => {
    pdf = Buffer.from(made)
  })
  child.stderr?.setEncoding('utf8').on('data', part => {
    said += part
  })
  const order: Order = { template: templateOf(paper), paper: JSON.stringify(paper) }
  child.send(order)
  const [code] = await once(child, 'close')
  clearTimeout(late)
  if (pdf === null) throw new Error(`the document was not made (${code}): ${said.slice(0, 2000)}`)
  return pdf
}

const templateOf = (paper: Paper | OfficialPaper | OtherPaper): Order['template'] => {
  if ('kind' in paper) return paper.kind
  return 'parts' in paper ? 'official' : 'report'
}
