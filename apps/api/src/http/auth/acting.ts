import type { AccessActor, ActorId, FormId, Permission, ReportType } from '@sepakat/rules'
import { problem } from '../problem.ts'

/**
 * Who asks, as what: a person at a post, or a program with a key of a person. Every act names `id`; clean hands ask for
 * `person`, who answers for a key too. A person without a valid post has the id `system` and no permission at all.
 */
export interface Acting {
  id: ActorId
  person: { id: string; name: string }
  via: 'session' | 'key'
  /** For `may`, `reachOf`, `mayReadAnswers` of rules. */
  access: AccessActor
  /** The day of the region on which it is asked, as 2026-03-31. */
  today: string
  permissions: ReadonlySet<Permission>
  /** Empty: all. */
  reportTypes: readonly ReportType[]
  /** Reaches every office. */
  region: boolean
  /** Each means itself and below. */
  officeIds: readonly string[]
  /** The session's own row, where there is one. */
  session: { id: string; mustChangePassword: boolean; lacksSecondFactor: boolean } | null
  /** The key's own row, where it is one that asks. */
  key: { id: string; name: string; expiresAt: Date } | null
}

/** What concerns report types that are not the post's (or key's) own is not its to change. @throws no-right */
export const requireReportTypes = (
  { reportTypes }: Pick<Acting, 'reportTypes'>,
  concerned: Iterable<ReportType>,
): void => {
  if (reportTypes.length === 0) return
  for (const type of concerned)
    if (!reportTypes.includes(type))
      throw problem('no-right', { detail: 'Jabatan yang sedang Anda pakai tidak mencakup jenis laporan ini.' })
}

/** Whom requests are counted for: a person whatever the post, a key by itself. */
export const askerOf = ({ via, id, person }: Acting): string => (via === 'key' ? id : person.id)

/** The form that an address names, which is the actor's to change. @throws no-right */
export const requireForm = (
  actor: Pick<Acting, 'reportTypes'>,
  { type, form }: { type: ReportType; form: string },
): FormId => {
  requireReportTypes(actor, [type])
  return `${type}/${form}` as FormId
}
