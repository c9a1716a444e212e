import type { ActorId, Anchor, ContributionStatus } from '@sepakat/rules'
import { officeName } from '../offices/officeName.ts'

/** A part of a submission that its office handed to a unit below or a person; one of `office` and `person` is null. Instants as text. */
export interface Contribution {
  id: string
  anchors: Anchor[]
  office: string | null
  /** That office and all above it. */
  officePath: string[] | null
  person: string | null
  /** What the unit or the person is called. */
  name: string
  dueAt: string
  status: ContributionStatus
  /** What is asked, or what is to be mended. */
  note: string
  by: ActorId
  at: string
  statusAt: string
}

const toName = `COALESCE((SELECT p.name FROM person p WHERE p.id = c.person_id),
  (SELECT w.name FROM ${officeName('c.office_id')} w))`

/** All of a submission, oldest first, as JSON. SQL for a scalar subquery. */
export const contributionsOf = (submission: string): string => `COALESCE((
  SELECT json_agg(json_build_object('id', c.id, 'anchors', c.anchors, 'office', c.office_id, 'person', c.person_id,
    'officePath', (SELECT u.path FROM office u WHERE u.id = c.office_id), 'name', ${toName}, 'dueAt', c.due_at,
    'status', c.status, 'note', c.note, 'by', c.by, 'at', c.at, 'statusAt', c.status_at) ORDER BY c.id)
  FROM contribution c WHERE c.submission_id = ${submission}), '[]')`
