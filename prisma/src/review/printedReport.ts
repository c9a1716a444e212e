import { formTitle, kinds, periodTitle, titleOfPost } from '@sepakat/rules'
import { dayOf } from '@sepakat/rules/periods/dates.ts'
import type { Queryable } from '../database.ts'
import { loadForm } from '../forms/loadForm.ts'
import { publishedForm } from '../forms/publishedForm.ts'
import { sealsOf } from '../history/sealsOf.ts'
import { regionToday } from '../offices/officeName.ts'
import { readLetterhead } from '../offices/offices.ts'
import { readSettings } from '../settings/settings.ts'
import { col, statement } from '../statement.ts'
import { actorNames } from '../submissions/actorNames.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'
import { type RevisionLine, revisionBody } from './revisions.ts'
export interface OfficeHead {
  name: string
  nip: string | null
  title: string
}

const officeHeadSql = statement(
  'office-head',
  `SELECT p.name, p.nip, t.title, t.acting FROM post t JOIN person p ON p.id = t.person_id
   WHERE t.role = 'head' AND $1::uuid = ANY (t.office_ids)
     AND t."from" <= COALESCE($2::date, ${regionToday}) AND (t."to" IS NULL OR t."to" >= COALESCE($2::date, ${regionToday}))
   ORDER BY t.acting IS NULL, t."from" DESC, t.id LIMIT 1`,
  { name: col.text, nip: col.text.orNull, title: col.text, acting: col.text.orNull },
)

/** Who headed an office on a day (`null`: heads it today), acting or not; null where that post was not held. */
export const officeHead = async (tx: Queryable, office: string, day: string | null): Promise<OfficeHead | null> => {
  const [row] = await tx.query(officeHeadSql, [office, day])
  return row ? { name: row.name, nip: row.nip, title: titleOfPost({ role: 'head', ...row }) } : null
}

/** All that the paper of a revision is made from; null where there is no such revision, or its kind is no more. */
export const printedReport = async (
  tx: Queryable,
  { id, form, formVersion, officeId, period, number, plan }: SubmissionRecord,
  line: Pick<RevisionLine, 'n' | 'by' | 'at'>,
) => {
  const kind = kinds[form]
  const body = await revisionBody(tx, id, line.n)
  if (!kind || !body) return null
  const version = typeof body.formVersion === 'number' ? body.formVersion : formVersion
  // Only words are read from it: those of drafts, which not everybody may read, are left out.
  const loaded = await loadForm(tx, { form, version, office: officeId, period, number, plan, drafts: false })
  const published = await publishedForm(tx, form, version)
  const nameOf = await actorNames(tx, [line.by])
  const { region } = await readSettings(tx)
  return {
    kind,
    body,
    loaded,
    version,
    catalogue: published?.catalogue ?? null,
    region,
    title: `${formTitle(form)}${number > 1 ? `, perubahan ke-${number - 1}` : ''}`,
    period: periodTitle(period),
    by: nameOf(line.by),
    seal: (await sealsOf(tx, id)).get(line.n) ?? null,
    letterhead: await readLetterhead(tx, officeId),
    head: await officeHead(tx, officeId, dayOf(line.at, region.zone)),
  }
}
