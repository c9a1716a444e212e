import { type Anchor, type Answers, canonicalJson, type Finding, isOpen } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { loadForm } from '../forms/loadForm.ts'
import { ruleSetById } from '../forms/ruleSets.ts'
import { col, rowOf, statement } from '../statement.ts'
import { lockSubmission } from '../submissions/submission.ts'

export interface RecheckJob {
  submission: string
  /** What happened, in words: shown with what it changed. */
  because: string
}

interface FrozenForRecheck {
  ruleSet: string
  formVersion: number
  answers: Answers
  findings: Finding[]
  attachments: { anchor: Anchor }[]
}

const recheckRevision = statement(
  'recheck-revision',
  `SELECT rule_set AS "ruleSet", (body ->> 'formVersion')::int AS "formVersion", body -> 'answers' AS answers,
          body -> 'findings' AS findings, body -> 'attachments' AS attachments
   FROM revision WHERE submission_id = $1 AND n = $2`,
  rowOf<FrozenForRecheck>({
    ruleSet: col.text,
    formVersion: col.int4.notNull('every frozen body has it'),
    answers: col.jsonb.notNull('every frozen body has it'),
    findings: col.jsonb.notNull('every frozen body has it'),
    attachments: col.jsonb.notNull('every frozen body has it'),
  }),
)
const recheckStore = statement('recheck-store', 'UPDATE submission SET recheck = $2 WHERE id = $1')

/**
 * Evaluates what was submitted once more, with the sources as they are now and the catalogue and rule set of then. What is found
 * now and was not then is in `recheck` until the next submission; nothing of the revision changes.
 */
export const recheck = async (tx: Queryable, { submission: id, because }: RecheckJob, now: Date): Promise<void> => {
  const submission = await lockSubmission(tx, id)
  // What is open with its office is evaluated there as it is, and exactly at the next submission.
  if (!submission || isOpen(submission.status) || submission.latestRevision === null) return
  const n = submission.latestRevision
  const [frozen] = await tx.query(recheckRevision, [id, n])
  const rules = frozen && (await ruleSetById(tx, frozen.ruleSet))
  if (!rules) return
  const loaded = await loadForm(tx, {
    form: submission.form,
    office: submission.officeId,
    period: submission.period,
    number: submission.number,
    plan: submission.plan,
    version: frozen.formVersion,
    drafts: true,
    rules: () => rules,
  })
  if (!loaded) return
  const { findings } = loaded.form.evaluate(frozen.answers, attachedTo(frozen.attachments))
  const known = new Set(frozen.findings.map(finding => canonicalJson(finding)))
  const fresh = JSON.parse(JSON.stringify(findings)) as Finding[]
  const added = fresh.filter(finding => !known.has(canonicalJson(finding)))
  const differs = added.length > 0 || fresh.length !== frozen.findings.length
  await tx.query(recheckStore, [
    id,
    differs ? JSON.stringify({ at: now.toISOString(), because, findings: added }) : null,
  ])
}

const attachedTo = (attachments: { anchor: Anchor }[]): Record<Anchor, number> => {
  const counts: Record<string, number> = {}
  for (const { anchor } of attachments) counts[anchor] = (counts[anchor] ?? 0) + 1
  return counts as Record<Anchor, number>
}
