import type { Kind } from '@sepakat/rules/types/Kind.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { ChangesShown } from './ChangesShown.tsx'
import { type PublishedVersion, paramsOf, previewQuery, type Revision } from './queries.ts'
import { RevisionEffects } from './RevisionEffects.tsx'
import { usePublished } from './usePublished.ts'

/** Confirms one version with revised rows. `done`: the message afterwards, and where it is shown. */
export function RevisionDialog({
  form,
  kind,
  body,
  reason,
  onClose,
  done,
}: {
  form: string
  kind?: Kind
  body: Revision
  reason: string
  onClose: () => void
  done: (published: PublishedVersion) => { to: string; said: string }
}) {
  const navigate = useNavigate()
  const published = usePublished()
  const preview = useQuery(previewQuery(form, body))
  const changes = preview.data?.changes ?? []
  const publish = useMutation({
    mutationFn: () =>
      api('POST /catalogues/:type/:form/versions', { params: paramsOf(form), body: { ...body, reason } }),
    onSuccess: async answer => {
      await published()
      const { to, said } = done(answer)
      navigate(to, { state: { said } })
    },
  })
  return (
    <Dialog
      open
      large
      onClose={onClose}
      title="Apa yang berubah"
      foot={
        <>
          <Button onClick={onClose}>Kembali mengubah</Button>
          <Button
            kind="primary"
            busy={publish.isPending && 'Menerbitkan…'}
            whyNot={preview.isSuccess && changes.length === 0 && 'Tidak ada baris yang berubah karenanya.'}
            onClick={() => publish.mutate()}
          >
            Terbitkan
          </Button>
        </>
      }
    >
      <RevisionEffects form={form} body={body} />
      <ChangesShown changes={changes} kind={kind} />
      {publish.isError && <ProblemPanel error={publish.error} />}
    </Dialog>
  )
}
