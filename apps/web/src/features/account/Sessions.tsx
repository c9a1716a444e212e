import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { leave } from '#sync/session/signOut.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { DangerDialog } from '#ui/DangerDialog.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { actions, type Column, Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'
import { sessionsQuery } from './queries.ts'

type Session = ResponseOf<'GET /sessions'>['items'][number]

export function Sessions() {
  const dates = useDates()
  const invalidate = useInvalidate()
  const sessions = useQuery(sessionsQuery)
  const [asked, setAsked] = useState(false)
  const end = useMutation({
    mutationFn: (id: string) => api('DELETE /sessions/:id', { params: { id } }),
    onSuccess: () => {
      announce('Perangkat itu sudah dikeluarkan.')
      return invalidate('GET /sessions')
    },
  })
  const endAll = useMutation({ mutationFn: () => api('DELETE /sessions'), onSuccess: leave })

  if (sessions.isPending) return <SkeletonRows rows={3} />
  if (sessions.isError) return <ProblemPanel error={sessions.error} onRetry={() => sessions.refetch()} />

  const columns: Column<Session>[] = [
    {
      id: 'device',
      head: 'Perangkat',
      rowHead: true,
      cell: session => (
        <>
          {session.device}{' '}
          {session.current && (
            <Tag tone="info" icon="check">
              Perangkat ini
            </Tag>
          )}
        </>
      ),
    },
    { id: 'address', head: 'Alamat', cell: session => session.address },
    { id: 'started', head: 'Masuk sejak', cell: session => dates.short(session.startedAt) },
    { id: 'seen', head: 'Terakhir dipakai', cell: session => dates.ago(session.lastSeenAt) },
    actions(session =>
      session.current ? null : (
        <Button
          small
          busy={end.isPending && end.variables === session.id && 'Mengeluarkan…'}
          onClick={() => end.mutate(session.id)}
          aria-label={`Keluarkan ${session.device}, masuk sejak ${dates.short(session.startedAt)}`}
        >
          Keluarkan
        </Button>
      ),
    ),
  ]
  return (
    <>
      <Table
        caption="Perangkat yang sedang masuk dengan akun Anda"
        columns={columns}
        rows={sessions.data.items}
        rowKey={session => session.id}
      />
      {end.isError && <ProblemPanel error={end.error} />}
      <p>
        <Button kind="danger" icon="out" onClick={() => setAsked(true)}>
          Keluar dari semua perangkat
        </Button>
      </p>
      <DangerDialog
        open={asked}
        onClose={() => setAsked(false)}
        title="Keluar dari semua perangkat?"
        keep="Batal"
        action="Keluar dari semua"
        busy={endAll.isPending && 'Mengeluarkan…'}
        onConfirm={() => endAll.mutate()}
      >
        <p>
          Perangkat ini juga dikeluarkan. Lakukan bila Anda lupa keluar di komputer lain atau sandi Anda diketahui
          orang.
        </p>
        {endAll.isError && <ProblemPanel error={endAll.error} />}
      </DangerDialog>
    </>
  )
}
