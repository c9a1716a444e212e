import type { Answers, Catalogue, FormId, RuleSet, Scope } from '@sepakat/rules'
import { buildForm } from '@sepakat/rules/form/buildForm.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { isOpen, type Status } from '@sepakat/rules/workflow/statuses.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import type { Submission } from '../../lib/apiTypes.ts'
import { useDates, useMe } from '../../lib/me.tsx'
import { paths } from '../../lib/paths.ts'
import { attachmentsQuery, revisionQuery, submissionQuery } from '../../lib/submissionQueries.ts'
import { Button } from '../../ui/Button.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { PageProblem } from '../../ui/PageProblem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import { attachedCounts, besideOf } from './model/beside.ts'
import styles from './print/Print.module.css'
import { Foot, type Letterhead, PrintDocument } from './print/PrintDocument.tsx'
import { printedDraft, printedRevision } from './print/printed.ts'
import { answersQuery, materialQuery, versionQuery } from './queries.ts'

/** The report on paper: a revision as it was frozen, or the draft as it stands. */
export default function PrintPage() {
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const submission = useQuery({ ...submissionQuery(id), refetchInterval: false })
  if (submission.isError && !submission.data) return <PageProblem error={submission.error} />
  if (!submission.data) return <Skeleton label="Menyiapkan cetakan…" />
  const asked = Number(search.get('kiriman'))
  const open = isOpen(submission.data.status as Status)
  const n = asked > 0 ? asked : open ? null : submission.data.latestRevision
  return (
    <div>
      <div className={styles.tools}>
        <LinkButton to={paths.form(id)} icon="chevron-left">
          Kembali ke laporan
        </LinkButton>
        <Button kind="primary" icon="print" onClick={() => print()}>
          Cetak
        </Button>
      </div>
      {n === null ? (
        <Draft submission={submission.data} />
      ) : (
        <Revision submission={submission.data} n={n} receiptOnly={search.get('bagian') === 'tanda-terima'} />
      )}
    </div>
  )
}

function useMaterial({ id, form, formVersion }: Submission) {
  const material = useQuery(materialQuery(id, formVersion))
  const version = useQuery(versionQuery(form, formVersion))
  const kind = kinds[form as FormId]
  return { material, version, kind, error: material.error ?? version.error }
}

const headOf = (submission: Submission, region: string): Omit<Letterhead, 'standing' | 'draft'> => ({
  region,
  office: submission.office.name,
  title: `${submission.title}${submission.number > 1 ? `, perubahan ke-${submission.number - 1}` : ''}`,
  period: submission.periodTitle,
})

function Revision({ submission, n, receiptOnly }: { submission: Submission; n: number; receiptOnly: boolean }) {
  const { region } = useMe()
  const dates = useDates()
  const revision = useQuery(revisionQuery(submission.id, n))
  const { material, kind } = useMaterial(submission)
  usePageTitle(`Cetak ${submission.title} ${submission.periodTitle}`)
  if (revision.isError) return <PageProblem error={revision.error} onRetry={() => revision.refetch()} />
  if (!revision.data || !kind || (!material.data && !material.isError)) return <Skeleton label="Menyiapkan cetakan…" />
  const { body, receipt, at, by, sha256, ruleSet } = revision.data
  const scope = material.data?.scope as unknown as Scope | undefined
  const letterhead = {
    ...headOf(submission, region.name),
    standing: `kiriman ke-${n}, tanda terima ${receipt}`,
    draft: false,
  }
  const facts: [string, string][] = [
    ['Tanda terima', receipt],
    ['Kiriman', `ke-${n}, ${dates.long(at)}, oleh ${by.name}`],
    ['SHA-256', sha256],
    ['Paket aturan', ruleSet],
    ['Versi formulir', String(body.formVersion ?? submission.formVersion)],
  ]
  if (receiptOnly)
    return (
      <article className={styles.paper}>
        <header className={styles.letterhead}>
          <p className={styles.region}>Pemerintah {region.name}</p>
          <p className={styles.office}>Tanda terima laporan</p>
        </header>
        <h1 className={styles.title}>{receipt}</h1>
        <p className={styles.standing}>
          {letterhead.title}, {letterhead.period}
        </p>
        <p className={styles.standing}>{letterhead.office}</p>
        <Foot facts={facts} />
      </article>
    )
  return (
    <PrintDocument
      printed={printedRevision(body)}
      letterhead={letterhead}
      kind={kind}
      scope={scope ?? bareScope(submission)}
      facts={facts}
    />
  )
}

/** Enough to name things by, where the form itself may not be read any more. */
const bareScope = ({ office, period }: Submission): Scope => ({
  office,
  period,
  rows: '*',
  plan: { from: Number(period.slice(0, 4)), to: Number(period.slice(0, 4)) },
  sources: {},
})

function Draft({ submission }: { submission: Submission }) {
  const { region } = useMe()
  const dates = useDates()
  const { material, version, kind, error } = useMaterial(submission)
  const answers = useQuery(answersQuery(submission.id))
  const files = useQuery(attachmentsQuery(submission.id))
  usePageTitle(`Cetak ${submission.title} ${submission.periodTitle}`)
  const failed = error ?? answers.error ?? files.error
  if (failed) return <PageProblem error={failed} />
  if (!material.data || !version.data || !answers.data || !files.data || !kind)
    return <Skeleton label="Menyiapkan cetakan…" />
  const scope = material.data.scope as unknown as Scope
  const rules = material.data.ruleSet as unknown as RuleSet
  const form = buildForm(kind, version.data.catalogue as unknown as Catalogue, rules, scope)
  const given = answers.data.answers as Answers
  const beside = besideOf([], files.data.items)
  const printed = printedDraft(
    form,
    given,
    form.evaluate(given, attachedCounts(beside)),
    [...beside.files.values()].flat(),
  )
  return (
    <PrintDocument
      printed={printed}
      letterhead={{ ...headOf(submission, region.name), standing: 'draf, belum dikirim', draft: true }}
      kind={kind}
      scope={scope}
      facts={[
        ['Draf per', dates.long(new Date(dates.now()).toISOString())],
        ['Paket aturan', rules.id],
        ['Versi formulir', String(submission.formVersion)],
      ]}
    />
  )
}
