import { runApart } from '../apart/runApart.ts'
import type { DrawnPaper } from '../paper/DrawnPaper.ts'
import type { Order } from './draw.ts'

const compile = new URL('compile.ts', import.meta.url)
const templateOf = (paper: DrawnPaper): Order['template'] =>
  'parts' in paper ? 'official' : 'kind' in paper ? paper.kind : 'report'

/** Draws a paper as PDF, in a process that ends with it. @throws what the compiler said, or that it took too long */
export const typeset = (paper: DrawnPaper): Promise<Buffer> =>
  runApart(compile, { template: templateOf(paper), paper: JSON.stringify(paper) } satisfies Order)
