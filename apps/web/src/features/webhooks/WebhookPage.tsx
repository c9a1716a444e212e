import { type MessageType, messageTypes } from '@sepakat/rules/webhooks/messageTypes.ts'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { newId } from '#sync/newId.ts'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { pagesOf } from '#sync/transport/queryOf.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Facts } from '#ui/Facts.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { MessagesTable } from './MessagesTable.tsx'
import { type Webhook, webhooksQuery } from './queries.ts'
import { ReplayDialog } from './ReplayDialog.tsx'
import { SecretDialog } from './SecretDialog.tsx'
import { WebhookDialog } from './WebhookDialog.tsx'
import { WebhookState } from './WebhookState.tsx'

/** One webhook: what it is told, what was sent, and each try. */
export function WebhookPage() {
  const { id = '' } = useParams()
  const all = useQuery(webhooksQuery)
  const webhook = all.data?.items.find(one => one.id === id)
  if (all.isError) return <PageProblem error={all.error} onRetry={() => all.refetch()} />
  if (all.isPending) return <PageHead title="Webhook" crumbs={adminCrumbs(['webhook'], '…')} />
  if (webhook === undefined)
    return <EmptyState title="Webhook ini tidak ada lagi">Kembali ke daftar webhook.</EmptyState>
  return <OneWebhook webhook={webhook} />
}

type Doing = 'change' | 'secret' | 'replay' | 'remove'

function OneWebhook({ webhook }: { webhook: Webhook }) {
  const { id, name, url, types, key } = webhook
  const dates = useDates()
  const navigate = useNavigate()
  const invalidate = useInvalidate()
  const { said, say } = useSaid()
  const [doing, setDoing] = useState<Doing | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const messages = useInfiniteQuery(pagesOf('GET /webhooks/:id/messages', { params: { id }, query: { limit: 50 } }))
  const renew = () => invalidate('GET /webhooks', 'GET /webhooks/:id/messages')
  const done = async (sentence: string) => {
    setDoing(null)
    await renew()
    say(sentence)
  }
  const testing = useMutation({
    mutationFn: () => api('POST /webhooks/:id/test', { params: { id }, body: { message: newId() } }),
    onSuccess: () => done('Pesan uji dikirim. Lihat hasilnya di catatan pengiriman.'),
  })
  const resending = useMutation({
    mutationFn: (message: string) => api('POST /webhooks/:id/replay', { params: { id }, body: { message } }),
    onSuccess: () => done('Pesan masuk antrean kirim ulang.'),
  })
  const failed = testing.error ?? resending.error
  const close = () => setDoing(null)
  return (
    <>
      <PageHead
        title={name}
        crumbs={adminCrumbs(['webhook'], name)}
        actions={
          <>
            <Button kind="primary" icon="send" busy={testing.isPending && 'Mengirim…'} onClick={() => testing.mutate()}>
              Kirim pesan uji
            </Button>
            <Button onClick={() => setDoing('change')}>Ubah</Button>
            <Button onClick={() => setDoing('secret')}>Ganti rahasia</Button>
            <Button kind="danger" onClick={() => setDoing('remove')}>
              Hapus
            </Button>
          </>
        }
      />
      <Parts>
        <Said said={said} />
        {failed && <ProblemPanel error={failed} />}
        <Facts
          facts={{
            Alamat: url,
            'Kunci API': key.name,
            Diberitakan: types.map(type => messageTypes[type as MessageType]?.label ?? type).join(', '),
            Keadaan: <WebhookState webhook={webhook} />,
            'Rahasia lama': webhook.formerUntil && `ikut menandatangani sampai ${dates.short(webhook.formerUntil)}`,
          }}
        />
        <Part
          title="Catatan pengiriman"
          actions={
            <>
              <Button small icon="refresh" onClick={() => void renew()}>
                Muat ulang
              </Button>
              <Button small onClick={() => setDoing('replay')}>
                Kirim ulang sejak…
              </Button>
            </>
          }
        >
          <PagedList
            of={messages}
            rows={4}
            loading="Memuat catatan pengiriman…"
            noun="pesan"
            empty={<EmptyState title="Belum ada pesan">Pesan tercatat di sini begitu ada yang berubah.</EmptyState>}
          >
            {items => <MessagesTable messages={items} onResend={message => resending.mutate(message.id)} />}
          </PagedList>
        </Part>
      </Parts>
      {doing === 'change' && <WebhookDialog webhook={webhook} onClose={close} onSaved={done} />}
      {doing === 'replay' && <ReplayDialog id={id} onClose={close} onDone={done} />}
      {doing === 'secret' && (
        <RemoveDialog
          title={`Ganti rahasia ${name}?`}
          label="Ganti rahasia"
          busy="Mengganti…"
          remove={async () => setSecret((await api('POST /webhooks/:id/secret', { params: { id } })).secret)}
          stale={['GET /webhooks']}
          onClose={close}
          onRemoved={close}
        >
          <p>
            Selama sehari setiap pesan ditandatangani dengan rahasia lama dan baru, sesudah itu dengan yang baru saja.
          </p>
        </RemoveDialog>
      )}
      {doing === 'remove' && (
        <RemoveDialog
          title={`Hapus webhook ${name}?`}
          label="Hapus webhook"
          remove={() => api('DELETE /webhooks/:id', { params: { id } })}
          stale={['GET /webhooks']}
          onClose={close}
          onRemoved={() => navigate(paths.admin('webhook'))}
        >
          <p>Pesan yang belum sampai tidak dikirim lagi, dan catatan pengirimannya ikut dihapus.</p>
        </RemoveDialog>
      )}
      {secret && <SecretDialog name={name} secret={secret} onClose={() => setSecret(null)} />}
    </>
  )
}
