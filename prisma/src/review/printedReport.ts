import { formTitle, kinds, periodTitle } from '@sepakat/rules'
import { dayOf } from '@sepakat/rules/periods/dates.ts'
import type { Queryable } from '../database.ts'
import { loadForm } from '../forms/loadForm.ts'
import { publishedForm } from '../forms/publishedForm.ts'
import { sealsOf } from '../history/sealsOf.ts'
import { readLetterhead } from '../offices/offices.ts'
import { readSettings } from '../settings/settings.ts'
import { actorNames } from '../submissions/actorNames.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'
import { officeHead } from './officeHead.ts'
import { type RevisionLine, revisionBody } from './revisions.ts'

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
