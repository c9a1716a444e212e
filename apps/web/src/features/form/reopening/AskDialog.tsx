import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useReason } from '#submissions/useReason.tsx'
import { WishedChanges } from '#submissions/WishedChanges.tsx'
import type { BodyOf } from '#sync/apiTypes.ts'
import { newId } from '#sync/newId.ts'
import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { api } from '#sync/transport/api.ts'
import { announce } from '#ui/announce.ts'
import { useForm, useKey, useSubmission } from '../FormContext.ts'
import { putMoved } from '../submit/moveQueries.ts'

type Body = BodyOf<'POST /submissions/:id/reopen-requests'>
/** The server's limit; more would not be read anyway. */
const most = 200

/** Asks why the report is to be reopened; locked-out changes go along, and stay on this device. */
export default function AskDialog({ onClose }: { onClose: () => void }) {
  const { id } = useSubmission()
  const { store, names } = useForm()
  const client = useQueryClient()
  const [request] = useState(newId)
  const { field, given, forget } = useReason(
    `${id} ask to reopen`,
    'Dibaca koordinator dan pemeriksa: apa yang berubah, dan mengapa sekarang.',
  )
  const pointers = useKey('outbox', () => store.stuckPointers().join('\n'))
  const locked = pointers === '' ? [] : pointers.split('\n').flatMap(at => store.stuck(at) ?? [])
  const changes = locked
    .filter(({ refusal }) => refusal.result === 'locked')
    .slice(0, most)
    .map(({ pointer, op, value }) => (op === 'set' ? { op, pointer, value } : { op, pointer }))
  const close = () => {
    forget()
    onClose()
  }
  const send = useMutation({
    mutationFn: (reason: string) =>
      api('POST /submissions/:id/reopen-requests', {
        params: { id },
        body: { id: request, reason, changes: changes as Body['changes'] },
      }),
    onSuccess: submission => {
      putMoved(client, submission)
      announce('Permintaan terkirim.')
      close()
    },
  })
  return (
    <ActDialog
      onClose={close}
      large
      title="Minta laporan ini dibuka kembali"
      action="Kirim permintaan"
      busy="Mengirim…"
      onAct={() => {
        const reason = given()
        if (reason !== null) send.mutate(reason)
      }}
      doing={send}
    >
      {field}
      {changes.length > 0 ? (
        <>
          <p>
            {changes.length} isian Anda yang tertahan ikut dilampirkan. Isian itu tetap di perangkat ini, dan dapat
            dikirim lagi setelah laporan dibuka.
          </p>
          <WishedChanges changes={changes} names={names()} stored={store.cell} />
        </>
      ) : (
        <p>Tidak ada isian tertahan di perangkat ini. Sebutkan dalam alasan baris mana yang perlu diubah.</p>
      )}
    </ActDialog>
  )
}
