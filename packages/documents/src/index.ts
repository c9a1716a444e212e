export type { Paper } from './paper/paper.ts'
export * from './paper/paperKey.ts'
export * from './paper/reportPaper.ts'
export * from './typst/typeset.ts'
