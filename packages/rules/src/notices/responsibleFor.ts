import type { Role } from '../access/roles.ts'
import type { ReportType } from '../reportTypes.ts'
import type { ReportStatus } from '../workflow/statuses.ts'
import type { NoticePost } from './types.ts'

interface Owed {
  /** The office, then what it belongs to, upwards. */
  officePath: readonly string[]
  reportType: ReportType
}

/** Those of a role who answer for a report: of the office itself, else of the nearest office above it that has one. */
export const holdersOf = (
  role: Role,
  { officePath, reportType }: Owed,
  posts: readonly NoticePost[],
): readonly NoticePost[] => {
  const able = posts.filter(
    post => post.role === role && (post.reportTypes.length === 0 || post.reportTypes.includes(reportType)),
  )
  const nearest = officePath
    .map(office => able.filter(({ offices }) => offices.includes(office)))
    .find(found => found.length > 0)
  return nearest ?? able.filter(({ region }) => region)
}

/** Who is told of what an office owes: its operators, and its head while a report waits for a signature. One post a person. */
export const responsibleFor = (
  owed: Owed & { status: ReportStatus },
  posts: readonly NoticePost[],
): readonly NoticePost[] => {
  const found = [
    ...(owed.status === 'signing' ? holdersOf('head', owed, posts) : []),
    ...holdersOf('operator', owed, posts),
  ]
  return found.filter((post, at) => found.findIndex(({ person }) => person === post.person) === at)
}
