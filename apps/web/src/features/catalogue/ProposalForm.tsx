import type { Kind } from '@sepakat/rules/types/Kind.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import styles from '#administration/Admin.module.css'
import { FormProblem } from '#administration/FormProblem.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { fieldErrors } from '#sync/problems/ProblemError.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { ChangesShown } from './ChangesShown.tsx'
import { ConflictFields } from './ConflictFields.tsx'
import { type Choices, type Proposal, paramsOf, proposalQuery } from './queries.ts'
import { ReasonField } from './ReasonField.tsx'
import { EffectsShown } from './RevisionEffects.tsx'
import { usePublished } from './usePublished.ts'

/** Publishes or declines the changes of a release. Conflicting rows are chosen first; the effects follow the choices. */
export function ProposalForm({
  form,
  kind,
  n,
  version,
  proposal,
}: {
  form: string
  kind: Kind | undefined
  n: number
  version: number
  proposal: Proposal
}) {
  const navigate = useNavigate()
  const published = usePublished()
  const [choices, setChoices] = useState<Choices>({})
  const [reason, setReason] = useState('')
  const chosen = useQuery({ ...proposalQuery(form, n, { basedOn: version, choices }), placeholderData: last => last })
  const shown = chosen.data
  const { conflicts } = shown ?? proposal
  const params = { ...paramsOf(form), n: String(n) }
  const leave = async (said: string): Promise<void> => {
    await published()
    navigate(paths.admin(`katalog/${form}`), { state: { said } })
  }
  const checked = useContractForm('POST /catalogues/:type/:form/proposals/:n/publish', {
    body: () => ({ basedOn: version, choices, reason }),
    unread: () =>
      Object.fromEntries(
        conflicts.map(({ row }) => [`choices.${row}`, choices[row] ? undefined : 'Pilih yang dipakai.']),
      ),
    send: async body => {
      const done = await api('POST /catalogues/:type/:form/proposals/:n/publish', { params, body })
      await leave(`Usulan terbit sebagai versi ${count(done.version)}: ${count(done.changed)} baris baru atau berubah.`)
    },
  })
  const decline = useMutation({
    mutationFn: () =>
      api('POST /catalogues/:type/:form/proposals/:n/decline', { params, body: { reason: reason.trim() } }),
    onSuccess: () => leave('Usulan ditolak. Katalog tetap seperti sebelumnya.'),
  })
  const reasonError = checked.errorAt('reason') ?? fieldErrors(decline.error).reason
  return (
    <form ref={checked.form} onSubmit={checked.onSubmit} noValidate className={styles.parts}>
      {conflicts.length > 0 && (
        <Part title={`Baris yang juga Anda ubah: ${count(conflicts.length)}`}>
          <ConflictFields
            conflicts={conflicts}
            kind={kind}
            choices={choices}
            onChange={setChoices}
            errorAt={checked.errorAt}
          />
        </Part>
      )}
      <Part title="Yang berubah bila diterbitkan">
        {shown && !chosen.isPlaceholderData ? (
          <>
            <EffectsShown effects={shown} />
            {shown.changes.length === 0 && (
              <p>Tidak ada isi baris yang berubah; paling banyak urutan, nama kelompok, atau dasar hukum katalognya.</p>
            )}
            <ChangesShown changes={shown.changes} kind={kind} />
          </>
        ) : chosen.isError ? (
          <ProblemPanel error={chosen.error} onRetry={() => chosen.refetch()} />
        ) : (
          <SkeletonRows rows={2} label="Menghitung akibatnya…" />
        )}
      </Part>
      <div className={styles.form}>
        <ReasonField
          hint="Tersimpan dalam riwayat bersama keputusan Anda."
          value={reason}
          onChange={setReason}
          error={reasonError}
        />
        <FormProblem of={{ ...checked, failed: checked.failed ?? decline.error }} fields={['choices', 'reason']} />
        <div className={styles.buttons}>
          <Button type="submit" kind="primary" busy={checked.busy && 'Menerbitkan…'}>
            {`Terbitkan versi ${count(version + 1)}`}
          </Button>
          {proposal.status === 'proposed' && (
            <Button busy={decline.isPending && 'Menolak…'} onClick={() => decline.mutate()}>
              Tolak usulan
            </Button>
          )}
        </div>
      </div>
    </form>
  )
}
