import { kinds } from '@sepakat/rules/kinds/index.ts'
import type { FormId } from '@sepakat/rules/reportTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { cataloguesQuery } from '#administration/queries.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { Callout } from '#ui/Callout.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { paths } from '#ui/paths.ts'
import { ProposalForm } from './ProposalForm.tsx'
import { proposalQuery } from './queries.ts'

/** What the newest release would change in a catalogue: shown, with a choice where the region corrected the same row, then published or declined. */
export default function ProposalPage() {
  const { type = '', form: name = '' } = useParams()
  const form = `${type}/${name}`
  const dates = useDates()
  const title = useFormTitles()(form)
  const heads = useQuery({ ...cataloguesQuery, refetchOnWindowFocus: false })
  const head = heads.data?.items.find(one => one.form === form)
  const n = head?.proposal?.n ?? 0
  const proposal = useQuery({
    ...proposalQuery(form, n, { basedOn: head?.version ?? 0, choices: {} }),
    enabled: n > 0,
    refetchOnWindowFocus: false,
  })
  if (heads.isError) return <PageProblem error={heads.error} onRetry={() => heads.refetch()} />
  if (proposal.isError) return <PageProblem error={proposal.error} onRetry={() => heads.refetch()} />
  if (heads.isPending || (n > 0 && proposal.isPending))
    return <PageSkeleton title="Usulan dari rilis baru" label="Menghitung akibatnya…" />
  const back = paths.admin(`katalog/${form}`)
  return (
    <>
      <PageHead
        title="Usulan dari rilis baru"
        crumbs={adminCrumbs(['katalog', { label: title, to: back }], 'Usulan')}
        intro={
          proposal.data &&
          `Rilis aplikasi yang dipasang ${dates.shortDay(dates.dayOf(proposal.data.arrivedAt))} membawa katalog ${title} yang berbeda. Belum ada yang berubah sebelum Anda menerbitkannya.`
        }
      />
      {proposal.data && head ? (
        <>
          {proposal.data.status === 'declined' && (
            <Callout tone="info" title="Usulan ini sudah ditolak">
              Alasan: {proposal.data.reason}. Selama belum ada rilis berikutnya, usulan ini masih dapat diterbitkan.
            </Callout>
          )}
          <ProposalForm
            key={`${n} ${head.version}`}
            form={form}
            kind={kinds[form as FormId]}
            n={n}
            version={head.version}
            proposal={proposal.data}
          />
        </>
      ) : (
        <EmptyState
          title="Tidak ada usulan untuk katalog ini"
          action={<LinkButton to={back}>Kembali ke katalog</LinkButton>}
        >
          Bila rilis baru membawa baris yang berbeda, usulannya tampil di sini.
        </EmptyState>
      )}
    </>
  )
}
