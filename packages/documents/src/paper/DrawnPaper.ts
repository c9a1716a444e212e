import type { OfficialPaper } from './officialPaper.ts'
import type { Paper } from './paper.ts'

/** Everything that a template draws: a report, an official paper, a report of the regency as `editionPaper` has it. */
export type DrawnPaper = Paper | OfficialPaper | { kind: 'edition'; title: string }
