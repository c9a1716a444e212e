import { filledWords } from '#submissions/reportName.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { StatusTag } from '#ui/StatusTag.tsx'

/** While an office is filling in its report, others see its progress and the last submission. */
export function ClosedForm({ submission }: { submission: Submission }) {
  const dates = useDates()
  const { title, office, periodTitle, status, statusAt, latestRevision, progress } = submission
  const sections = Object.values(progress)
  const filled = sections.reduce((sum, one) => sum + one.filled, 0)
  const all = sections.reduce((sum, one) => sum + one.all, 0)
  const words = filledWords({ filled, all })
  return (
    <>
      <PageHead
        title={title}
        documentTitle={`${title}, ${periodTitle}`}
        tags={<StatusTag status={status} />}
        intro={`${office.name} · ${periodTitle}`}
      />
      <EmptyState
        title="Laporan ini masih disusun perangkat daerahnya"
        action={
          latestRevision !== null && (
            <LinkButton to={paths.print(submission.id, { revision: latestRevision })}>
              Baca kiriman terakhir (ke-{latestRevision})
            </LinkButton>
          )
        }
      >
        Sejak {dates.long(statusAt)}. {words && `${words}. `}Isiannya dapat dibaca setelah dikirim.
      </EmptyState>
    </>
  )
}
