import { runApart } from '../apart/runApart.ts'
import type { OfficialPaper } from '../paper/officialPaper.ts'
import type { Paper } from '../paper/paper.ts'
import type { Order } from './draw.ts'

const compile = new URL('compile.ts', import.meta.url)

/** Draws a paper as PDF, in a process that ends with it. @throws what the compiler said, or that it took too long */
export const typeset = (paper: Paper | OfficialPaper): Promise<Buffer> => {
  const order: Order = { template: 'parts' in paper ? 'official' : 'report', paper: JSON.stringify(paper) }
  return runApart(compile, order)
}
