import { createHash } from 'node:crypto'
import { canonicalJson } from '@sepakat/rules'
import type { DrawnPaper } from './DrawnPaper.ts'

/** Increased when the same data is drawn in another way, so that stored papers are made again. */
const layout = 5

/** Names what a paper says and how it is drawn, as 64 hex digits: equal papers are made once. */
export const paperKey = (paper: DrawnPaper): string =>
  createHash('sha256')
    .update(`${layout} ${canonicalJson(paper)}`)
    .digest('hex')
