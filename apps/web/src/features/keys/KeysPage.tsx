import { useInfiniteQuery } from '@tanstack/react-query'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { type DialogEnds, useDialog } from '#administration/useDialog.ts'
import { WaitingOf } from '#administration/WaitingOf.tsx'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { api } from '#sync/transport/api.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { KeysTable } from './KeysTable.tsx'
import { type Key, keysQuery } from './queries.ts'

export function KeysPage() {
  const list = useInfiniteQuery(keysQuery)
  const { said, say } = useSaid()
  const { about, open, ends } = useDialog<{ what: 'revoke' | 'hand-over'; apiKey: Key }>(say)
  if (list.isError) return <PageProblem error={list.error} onRetry={() => list.refetch()} />
  const add = (
    <LinkButton kind="primary" icon="plus" to={paths.admin('kunci-api/baru')}>
      Terbitkan kunci
    </LinkButton>
  )
  return (
    <>
      <PageHead
        title="Kunci API"
        crumbs={adminCrumbs([], 'Kunci API')}
        intro={
          <>
            Izin bagi aplikasi lain, misalnya aplikasi puskesmas, untuk membaca atau mengisi laporan. Cara memakainya
            ada di <a href="/api/docs">petunjuk API</a>.
          </>
        }
        actions={add}
      />
      <div className={styles.part}>
        <Said said={said} />
        <WaitingOf acts={['key', 'key-owner']} />
        <PagedList
          of={list}
          rows={4}
          loading="Memuat kunci API…"
          noun="kunci"
          empty={
            <EmptyState title="Belum ada kunci API" action={add}>
              Terbitkan satu kunci untuk setiap aplikasi, dengan wewenang sesempit mungkin.
            </EmptyState>
          }
        >
          {keys => (
            <KeysTable
              keys={keys}
              onRevoke={apiKey => open({ what: 'revoke', apiKey })}
              onHandOver={apiKey => open({ what: 'hand-over', apiKey })}
            />
          )}
        </PagedList>
      </div>
      {about?.what === 'hand-over' && <HandOverDialog apiKey={about.apiKey} {...ends} />}
      {about?.what === 'revoke' && <RevokeDialog apiKey={about.apiKey} {...ends} />}
    </>
  )
}

function RevokeDialog({ apiKey: { id, name }, onClose, onDone }: { apiKey: Key } & DialogEnds) {
  return (
    <RemoveDialog
      title={`Cabut kunci ${name}?`}
      label="Cabut kunci"
      busy="Mencabut…"
      remove={() => api('DELETE /keys/:id', { params: { id } })}
      stale={['GET /keys']}
      onClose={onClose}
      onRemoved={() => onDone(`Kunci ${name} dicabut.`)}
    >
      <p>
        Aplikasi yang memakainya langsung ditolak, dan kunci ini tidak dapat dihidupkan lagi. Yang sudah dikirimnya
        tetap tersimpan. Terbitkan kunci baru bila aplikasinya masih diperlukan.
      </p>
    </RemoveDialog>
  )
}
