import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Part } from '#ui/Part.tsx'
import type { RuleSetLine } from './queries.ts'

/** Withdraws a proposal, for its proposer, while it is not approved. */
export function WithdrawRules({ set, onDone }: { set: RuleSetLine; onDone: (sentence: string) => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <Part title="Usulan Anda">
      <div className={styles.buttons}>
        <Button kind="danger" onClick={() => setAsking(true)}>
          Tarik kembali usulan {set.id}
        </Button>
      </div>
      {asking && (
        <RemoveDialog
          title={`Tarik kembali usulan aturan ${set.id}?`}
          label="Tarik kembali"
          busy="Menarik kembali…"
          remove={() => api('POST /rule-sets/:id/withdraw', { params: { id: set.id } })}
          stale={['GET /rule-sets']}
          onClose={() => setAsking(false)}
          onRemoved={() => onDone(`Usulan aturan ${set.id} ditarik kembali.`)}
        >
          <p>
            Usulan ini tidak dapat disetujui lagi. Nomornya tetap tercatat; untuk mengusulkannya lagi, buat usulan baru.
          </p>
        </RemoveDialog>
      )}
    </Part>
  )
}
