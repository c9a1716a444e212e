import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useMe } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { Part } from '#ui/Part.tsx'
import { isOwn, type RuleSetLine } from './queries.ts'

/** Approves a proposal; disabled until its effects are known, and for its proposer. */
export function ApproveRules({
  set,
  checked,
  onApproved,
}: {
  set: RuleSetLine
  checked: boolean
  onApproved: (sentence: string) => void
}) {
  const invalidate = useInvalidate()
  const { posts } = useMe()
  const [asking, setAsking] = useState(false)
  const own = isOwn(set, posts)
  const approve = useMutation({
    mutationFn: () => api('POST /rule-sets/:id/approve', { params: { id: set.id } }),
    onSuccess: async () => {
      await invalidate('GET /rule-sets')
      onApproved(`Aturan ${set.id} disetujui dan berlaku mulai tahun ${set.year}.`)
    },
  })
  return (
    <Part title="Persetujuan">
      <div className={styles.buttons}>
        <Button
          kind="primary"
          onClick={() => setAsking(true)}
          whyNot={
            own
              ? 'Aturan yang Anda usulkan sendiri disetujui oleh orang lain.'
              : !checked && 'Tunggu sampai semua laporan yang disetujui selesai dihitung ulang.'
          }
        >
          Setujui aturan {set.id}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Setujui aturan ${set.id}?`}
        foot={
          <>
            <Button onClick={() => setAsking(false)}>Batal</Button>
            <Button kind="primary" busy={approve.isPending && 'Menyetujui…'} onClick={() => approve.mutate()}>
              Setujui
            </Button>
          </>
        }
      >
        <p>
          Aturan ini berlaku bagi laporan tahun {set.year} dan sesudahnya yang dikirim mulai sekarang. Laporan yang
          sudah dikirim dihitung ulang untuk rekapitulasi; kiriman dan cetakannya tetap memakai angka semula. Aturan
          yang disetujui tidak dapat diubah lagi; untuk menggantinya, usulkan aturan baru.
        </p>
        {approve.isError && <ProblemPanel error={approve.error} />}
      </Dialog>
    </Part>
  )
}
