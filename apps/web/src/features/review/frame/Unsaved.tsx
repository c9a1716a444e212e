import type { FormStore } from '#sheet/answers/formStore.ts'
import { StuckAnswer } from '#sheet/stuck/StuckAnswer.tsx'
import { useSignal } from '#sync/useSignal.ts'
import { Callout } from '#ui/Callout.tsx'
import styles from '../moves/Moves.module.css'
import { useReview } from '../ReviewContext.ts'

/** What an evaluator wrote and the server did not take, or the device cannot keep; nothing of it is dropped by itself. */
export function Unsaved({ store }: { store: FormStore }) {
  const { names } = useReview().sheet.read
  const pointers = useSignal(store, 'outbox', of => of.stuckPointers().join('\n'))
  const left = useSignal(store, 'outbox', of => of.undecided().length)
  const onPage = useSignal(store, 'outbox', of => of.outbox.state().onPage)
  const all = pointers === '' ? [] : pointers.split('\n')
  return (
    <>
      {onPage > 0 && (
        <Callout tone="wrong" title="Penyimpanan perangkat ini penuh" live>
          {onPage} isian hanya ada di halaman ini. Jangan tutup halaman ini sebelum tersimpan.
        </Callout>
      )}
      {all.length > 0 && (
        <Callout
          tone="warn"
          title={left > 0 ? `${left} isian Anda belum tersimpan` : `${all.length} isian Anda simpan di samping`}
          live
        >
          <ul className={styles.notes}>
            {all.map(at => (
              <li key={at}>
                <strong>{names.anchor(at)}</strong>
                <StuckAnswer {...{ store, names, at }} bare />
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </>
  )
}
