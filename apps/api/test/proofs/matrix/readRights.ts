import { readFileSync } from 'node:fs'

/** In the order of the columns of rights.txt. */
export const askers = [
  ...['operator', 'head', 'verifier'].flatMap(role => [`${role} own`, `${role} oth`]),
  ...['coordinator', 'leader', 'auditor', 'evaluator', 'approver', 'admin'].flatMap(role => [
    `${role} all`,
    `${role} oth`,
  ]),
  ...['key own', 'key oth', 'key all', 'key none'],
  'nobody',
] as const
export type AskerName = (typeof askers)[number]

export const reportStatuses = [
  'draft',
  'signing',
  'submitted',
  'in-review',
  'second-review',
  'returned',
  'approved',
] as const
export type ReportStatus = (typeof reportStatuses)[number]

const answers = ['ok', 'see', '--', 'lck', '401', '403', '404', '409'] as const
export type Expected = (typeof answers)[number]

/** One line of the table at one status: what each asker is answered, in the order of `askers`. */
export interface Line {
  /** The route of the contract. */
  route: string
  /** The route, with what it is asked for where a route has several lines. */
  ask: string
  /** The scope its keys have. */
  scope: string
  /** null: no report is asked of. */
  status: ReportStatus | null
  expected: Expected[]
}

const statusesOf = (text: string, at: string): (ReportStatus | null)[] => {
  if (text === '-') return [null]
  if (text === 'any') return [...reportStatuses]
  return text.split(' ').map(name => {
    const status = reportStatuses.find(known => known === name)
    if (status === undefined) throw new Error(`${at}: ${name} is no status`)
    return status
  })
}

const cellsOf = (text: string, at: string): Expected[] => {
  const cells = text.split(/[\s|]+/).map(cell => {
    const known = answers.find(answer => answer === cell)
    if (known === undefined) throw new Error(`${at}: ${cell} is no answer`)
    return known
  })
  if (cells.length !== askers.length) throw new Error(`${at}: ${cells.length} answers for ${askers.length} askers`)
  return cells
}

/** The table of rights.txt, status by status. @throws where a line is not as its head says */
export const readRights = (): Line[] => {
  const lines: Line[] = []
  let head: Pick<Line, 'route' | 'ask' | 'scope'> | null = null
  for (const text of readFileSync(new URL('rights.txt', import.meta.url), 'utf8').split('\n')) {
    if (text.trim() === '' || text.startsWith('#')) continue
    const named = /^((?:GET|POST|PUT|PATCH|DELETE) \/\S+)( \(.+\))?\s+key: (\S+)$/.exec(text)
    if (named) {
      head = { route: named[1]!, ask: named[1]! + (named[2] ?? ''), scope: named[3]! }
      continue
    }
    const line = /^ {2}([^:]+?)\s*: (.+)$/.exec(text)
    if (!line || !head) throw new Error(`rights.txt: ${text}`)
    const expected = cellsOf(line[2]!, head.ask)
    for (const status of statusesOf(line[1]!, head.ask)) lines.push({ ...head, status, expected })
  }
  return lines
}
