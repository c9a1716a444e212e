import { reportTypes } from '@sepakat/rules/reportTypes.ts'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { FormProblem } from '#sync/problems/FormProblem.tsx'
import { useChecked } from '#sync/problems/useChecked.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { IssuedKeyShown } from './IssuedKeyShown.tsx'
import { KeyFields, keyFields } from './KeyFields.tsx'
import { type KeyDraft, keyBody, keyErrors } from './keyDraft.ts'
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
  const { busy, failed, form, onSubmit, errorAt } = useChecked(
    () => keyErrors(key, today),
    async () => {
      setIssued(await api('POST /keys', { body: keyBody(key, reportTypes.length) }))
      await invalidate('GET /keys', 'GET /secondings')
    },
  )
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
          <FormProblem failed={failed} fields={keyFields} />
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
