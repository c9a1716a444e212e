import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { type OfficeFull, reorganisationQuery } from './queries.ts'
import { kindWords } from './reorganiseWords.ts'

/** A scheduled merge or split, which can be undone until its date; without one, the last one and a link to plan the next. */
export function PlannedReorganisation({ office, onDone }: { office: OfficeFull; onDone: (sentence: string) => void }) {
  const found = useQuery(reorganisationQuery(office.id))
  const dates = useDates()
  const [undoing, setUndoing] = useState(false)
  const planned = found.data?.items.find(({ status }) => status === 'planned')
  const last = found.data?.items.find(({ status }) => status === 'done')
  const names = (of: readonly { name: string }[]) => of.map(({ name }) => name).join(', ')
  if (found.isError) return <ProblemPanel error={found.error} onRetry={() => found.refetch()} />
  if (!planned)
    return (
      found.isSuccess &&
      (last || !office.ended) && (
        <Part title="Gabung atau pecah">
          {last && (
            <p>
              Sejak {dates.longDay(last.date)}: {kindWords(last.successors.length)} ke {names(last.successors)}.
            </p>
          )}
          {!office.ended && <Way office={office} />}
        </Part>
      )
    )
  const kind = kindWords(planned.successors.length)
  return (
    <Part title="Gabung atau pecah">
      <Callout
        title={`Menunggu ${dates.longDay(planned.date)}: ${kind} ke ${names(planned.successors)}`}
        actions={<Button onClick={() => setUndoing(true)}>Batalkan {kind}</Button>}
      >
        Belum ada yang berubah. Pada tanggal itu semuanya pindah sekaligus.
      </Callout>
      {undoing && (
        <RemoveDialog
          title={`Batalkan ${kind}?`}
          label={`Batalkan ${kind}`}
          busy="Membatalkan…"
          remove={() => api('DELETE /offices/:id/reorganisation', { params: { id: office.id } })}
          stale={['GET /offices/:id/reorganisation']}
          onClose={() => setUndoing(false)}
          onRemoved={() => {
            setUndoing(false)
            onDone(`${office.name}: ${kind} dibatalkan.`)
          }}
        >
          <p>{office.name} tetap seperti sekarang. Tidak ada yang sudah pindah.</p>
        </RemoveDialog>
      )}
    </Part>
  )
}

function Way({ office }: { office: OfficeFull }) {
  return (
    <>
      <p className={styles.note}>
        Laporan yang belum pernah dikirim, penugasan, jabatan, dan kunci pindah ke penerus; yang sudah dikirim atau
        disetujui tetap atas nama ini. Sebelum disimpan Anda melihat semuanya.
      </p>
      <div className={styles.buttons}>
        <LinkButton to={paths.admin(`perangkat-daerah/${office.id}/gabung`)}>Gabung atau pecah…</LinkButton>
      </div>
    </>
  )
}
