import { reportTypes } from '@sepakat/rules/reportTypes.ts'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { FormProblem } from '#administration/FormProblem.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
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
  const { busy, failed, wrong, form, onSubmit, errorAt } = useContractForm('POST /keys', {
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
        <form ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
          <KeyFields draft={key} onChange={setKey} errorAt={errorAt} />
          <FormProblem of={{ failed, wrong }} fields={keyFields} />
          <div className={styles.buttons}>
            <Button type="submit" kind="primary" icon="key" busy={busy && 'Menerbitkan…'}>
              Terbitkan kunci
            </Button>
            <LinkButton to={paths.admin('kunci-api')}>Batal</LinkButton>
          </div>
        </form>
      )}
    </>
  )
}
