import { heldDue } from '@sepakat/rules/workflow/heldDue.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ReportList } from '#submissions/ReportList.tsx'
import type { ReportLine } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { type Reviewer, useReviewer } from '#sync/session/useReviewer.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { submissionsQuery, withOfficesQuery } from './queries.ts'
import { Submissions } from './SigningWork.tsx'

const soonDays = 14
const most = 10
const inHand = { status: 'in-review,second-review', mine: true }

/** An evaluator reads all of SAKIP below, what waits for verifiers too. */
const waitingFor: Record<Reviewer, string> = {
  verifier: 'Laporan muncul di sini begitu perangkat daerah mengirimnya.',
  evaluator: 'Yang dinilai muncul di sini begitu perangkat daerah mengirimnya; laporan lain diperiksa verifikator.',
}

/** What a verifier has claimed, what is unclaimed, and which offices are near their deadline. */
export function ReviewWork() {
  const dates = useDates()
  const reviewer = useReviewer()
  const open = useQuery(withOfficesQuery(reviewer))
  const claimed = { ...inHand, reviewer }
  const mine = useInfiniteQuery(submissionsQuery(claimed))
  const none = mine.data?.pages[0]?.items.length === 0
  const near = nearDeadline(open.data ?? [], dates.daysUntil)
  return (
    <>
      <Submissions
        title="Sedang Anda periksa"
        query={claimed}
        empty="Anda belum mengambil laporan"
        explain="Laporan yang Anda ambil tampil di sini sampai Anda setujui, kembalikan, atau lepaskan."
        lead
      />
      <Submissions
        title="Menunggu diambil"
        query={{ status: 'submitted', reviewer }}
        empty="Tidak ada laporan yang menunggu diambil"
        explain={waitingFor[reviewer ?? 'verifier']}
        lead={none}
      />
      {near.length > 0 && (
        <Part title="Belum dikirim dan mendekati tenggat" note={`Dalam ${soonDays} hari, atau sudah lewat.`}>
          <ReportList label="Mendekati tenggat" lines={near.slice(0, most)} withOffice />
        </Part>
      )}
      <p>
        <LinkButton to={paths.queue()} icon="inbox">
          Buka antrean pemeriksaan
        </LinkButton>
      </p>
    </>
  )
}

/** Reports still with their office whose due date is at most two weeks away or past; the most urgent first. */
const nearDeadline = (lines: readonly ReportLine[], daysUntil: (instant: string) => number): ReportLine[] =>
  lines
    .map(line => ({ line, due: heldDue(line) }))
    .filter(({ line, due }) => !line.practice && due !== null && daysUntil(due) <= soonDays)
    .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
    .map(({ line }) => line)
