import type { FormId, Kind } from '@sepakat/rules'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { receiptId } from '@sepakat/rules/papers/receipt.ts'
import { isOpen, type Status } from '@sepakat/rules/workflow/statuses.ts'
import { useQuery } from '@tanstack/react-query'
import { useContext } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { DownloadPaper } from '#submissions/DownloadPaper.tsx'
import { submissionQuery } from '#submissions/submissionQueries.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHelp } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { ClosedForm } from './ClosedForm.tsx'
import { DownloadPdf } from './print/DownloadPdf.tsx'
import { PaperButtons } from './print/PaperButtons.tsx'
import styles from './print/Print.module.css'
import { Preparing } from './print/PrintDocument.tsx'
import { PrintedDraft } from './print/PrintedDraft.tsx'
import { PrintedRevision } from './print/PrintedRevision.tsx'
import { SignedScan } from './print/SignedScan.tsx'

/** The report on paper: a frozen revision, or the current draft. */
export default function PrintPage() {
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const submission = useQuery({ ...submissionQuery(id), refetchInterval: false })
  const help = useContext(PageHelp)
  if (submission.isError && !submission.data) return <PageProblem error={submission.error} />
  if (!submission.data) return <Preparing />
  const kind = kinds[submission.data.form as FormId]
  const receiptOnly = search.get('bagian') === 'tanda-terima'
  const asked = Number(search.get('kiriman'))
  const open = isOpen(submission.data.status as Status)
  const n = asked > 0 ? asked : open ? null : submission.data.latestRevision
  if (n === null && !submission.data.readable) return <ClosedForm submission={submission.data} />
  return (
    <div>
      <div className={styles.tools}>
        <LinkButton to={paths.form(id)} icon="chevron-left">
          Kembali ke laporan
        </LinkButton>
        <div className={styles.ways}>
          {help}
          {kind?.papers && !receiptOnly && <PaperButtons id={id} n={n} papers={kind.papers} />}
          {n !== null &&
            (receiptOnly ? (
              <DownloadPaper id={id} n={n} paper={receiptId} label="Unduh PDF" />
            ) : (
              <DownloadPdf id={id} n={n} />
            ))}
          <Button kind="primary" icon="print" onClick={() => print()}>
            Cetak
          </Button>
        </div>
      </div>
      {n === null ? (
        <PrintedDraft submission={submission.data} />
      ) : (
        <>
          <PrintedRevision submission={submission.data} n={n} receiptOnly={receiptOnly} />
          <SignedScan id={id} n={n} paper={!open && n === submission.data.latestRevision ? headsPaper(kind) : null} />
        </>
      )}
    </div>
  )
}

const headsPaper = (kind: Kind | undefined) =>
  kind?.headSigns === undefined ? null : { id: kind.headSigns, name: kind.papers?.[kind.headSigns] ?? '' }
