import { reportTypes } from '@sepakat/rules/reportTypes.ts'
import { useState } from 'react'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { IssuedKeyShown } from './IssuedKeyShown.tsx'
import { KeyFields, keyFields } from './KeyFields.tsx'
import { type KeyDraft, keyBody, keyUnread } from './keyDraft.ts'
import type { Issued } from './queries.ts'

export function NewKeyPage() {
  const invalidate = useInvalidate()
  const today = useDates().today()
  const [issued, setIssued] = useState<Issued | null>(null)
  const [key, setKey] = useState<KeyDraft>({
    name: '',
    owner: '',
    scopes: ['submission.read'],
    reportTypes: [...reportTypes],
    region: false,
    offices: [],
    expires: `${Number(today.slice(0, 4)) + 1}-12-31`,
  })
  const checked = useContractForm('POST /keys', {
    body: () => keyBody(key, reportTypes.length),
    unread: () => keyUnread(key, today),
    send: async body => {
      setIssued(await api('POST /keys', { body }))
      await invalidate('GET /keys', 'GET /secondings')
    },
  })
  return (
    <>
      <PageHead
        title="Terbitkan kunci API"
        crumbs={adminCrumbs(['kunci-api'], 'Terbitkan')}
        intro={
          !issued &&
          'Satu kunci untuk satu aplikasi. Beri wewenang sesempit mungkin: wewenang kunci tidak dapat diubah kemudian.'
        }
      />
      {issued ? (
        <IssuedKeyShown issued={issued} name={key.name.trim()} />
      ) : (
        <PageForm
          of={checked}
          fields={keyFields}
          action="Terbitkan kunci"
          busy="Menerbitkan…"
          icon="key"
          back={paths.admin('kunci-api')}
        >
          <KeyFields draft={key} onChange={setKey} errorAt={checked.errorAt} />
        </PageForm>
      )}
    </>
  )
}
