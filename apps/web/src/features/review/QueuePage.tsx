import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { reportName } from '#submissions/reportName.ts'
import { formsQuery } from '#submissions/sharedQueries.ts'
import type { ReportLine } from '#sync/apiTypes.ts'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { useMe } from '#sync/session/me.tsx'
import { useReviewer } from '#sync/session/useReviewer.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { EmptyState, NothingFound } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { queueQuery } from './queries.ts'
import styles from './queue/Queue.module.css'
import { QueueFilters } from './queue/QueueFilters.tsx'
import { QueueTable } from './queue/QueueTable.tsx'
import { queueKeys, queueTabs, queueWish, tabOf } from './queue/queueWish.ts'
import { useClaim } from './queue/useClaim.ts'

/** Reports pending review, claimed ones, and decided ones; the first due first. */
export default function QueuePage() {
  const me = useMe()
  const filters = useUrlFilters(queueKeys, { tab: queueTabs[0].id })
  const reviewer = useReviewer()
  const forms = useQuery(formsQuery)
  const known = [...new Set((forms.data?.items ?? []).map(form => reportTypeOf(form.form)))]
  const own = me.post?.reportTypes ?? []
  const types = known.filter(type => own.length === 0 || own.some(one => one === type))
  const list = useInfiniteQuery({
    ...queueQuery({ ...queueWish(filters.values, types), reviewer }),
    enabled: !forms.isPending,
  })
  const claim = useClaim()
  const tab = tabOf(filters.values.tab)
  const { tab: _, ...rest } = filters.values

  return (
    <>
      <PageHead
        title="Periksa"
        documentTitle={`Periksa: ${tab.label.toLowerCase()}`}
        intro={
          <>
            Laporan yang dikirim perangkat daerah, menurut tenggatnya.{' '}
            <span className={styles.byKey}>Tombol j dan k berpindah, Enter membuka, a mengambil.</span>
          </>
        }
      />
      <nav aria-label="Bagian antrean">
        <ul className={styles.tabs}>
          {queueTabs.map(one => (
            <li key={one.id}>
              <Link
                to={paths.queue({ ...rest, tab: one.id === queueTabs[0].id ? undefined : one.id })}
                aria-current={one === tab ? 'page' : undefined}
              >
                {one.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <QueueFilters filters={filters} types={types} />
      <Claimed claim={claim} />
      <PagedList
        of={list}
        loading="Memuat antrean…"
        noun="laporan"
        empty={<Nothing tab={tab.id} filtered={Object.values(rest).some(Boolean)} />}
      >
        {lines => (
          <QueueTable
            lines={lines}
            claiming={claim.isPending ? (claim.variables.submission ?? null) : null}
            onClaim={(line: ReportLine) => !claim.isPending && claim.mutate(line)}
          />
        )}
      </PagedList>
    </>
  )
}

/** The result of claiming: a link to it, which takes the focus since its row leaves the list, or who was faster. */
function Claimed({ claim }: { claim: ReturnType<typeof useClaim> }) {
  const next = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (claim.data) next.current?.focus()
  }, [claim.data])
  if (claim.isSuccess)
    return (
      <div className={styles.said}>
        <Callout
          tone="good"
          title={`${reportName(claim.data)}, ${claim.data.office.shortName}, kini Anda periksa`}
          actions={
            <>
              <LinkButton ref={next} kind="primary" to={paths.review(claim.data.id)}>
                Periksa sekarang
              </LinkButton>
              <Button kind="quiet" onClick={() => claim.reset()}>
                Nanti saja
              </Button>
            </>
          }
        />
      </div>
    )
  if (claim.isError)
    return (
      <div className={styles.said}>
        <Callout tone="warn" title={`${reportName(claim.error.line)} tidak jadi diambil`} live>
          {claim.error.message}
        </Callout>
      </div>
    )
  return null
}

const nothing: Record<string, [string, string]> = {
  menunggu: ['Tidak ada laporan yang menunggu diambil', 'Laporan muncul di sini begitu perangkat daerah mengirimnya.'],
  saya: [
    'Anda belum mengambil laporan',
    'Laporan yang Anda ambil dari “Menunggu diambil” tampil di sini sampai Anda setujui, kembalikan, atau lepaskan.',
  ],
  dikembalikan: [
    'Tidak ada laporan yang sedang dikembalikan',
    'Laporan yang Anda kembalikan menunggu jawaban perangkat daerah di sini.',
  ],
  disetujui: ['Belum ada laporan yang disetujui', 'Laporan yang disetujui terkumpul di sini.'],
  semua: ['Belum ada laporan yang dikirim', 'Laporan muncul di sini begitu perangkat daerah mengirimnya.'],
}

function Nothing({ tab, filtered }: { tab: string; filtered: boolean }) {
  const [title, step] = nothing[tab] ?? ['', '']
  if (filtered) return <NothingFound noun="laporan" />
  return <EmptyState title={title}>{step}</EmptyState>
}
