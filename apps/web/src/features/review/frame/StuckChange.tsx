import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { useState } from 'react'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { useStore } from '#sheet/answers/useStore.ts'
import { changeText, valueText } from '#submissions/changeText.ts'
import { lockWords } from '#submissions/lockWords.ts'
import type { Stuck } from '#sync/outbox/pending.ts'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { DangerDialog } from '#ui/DangerDialog.tsx'
import { useReview } from '../ReviewContext.ts'
import styles from './Bar.module.css'

/** An evaluator's change that did not go through: where, what and why, and the ways out. */
export function StuckChange({ store, at }: { store: FormStore; at: string }) {
  const { names } = useReview().sheet
  const dates = useDates()
  const stuck = useStore(store, 'outbox', of => of.stuck(at))
  const [asked, setAsked] = useState(false)
  if (!stuck) return null
  const place = names.anchor(at)
  const { result } = stuck.refusal
  const based = result === 'conflict' || result === 'aside'
  const which = <span className="visually-hidden"> untuk {place}</span>
  return (
    <li>
      <strong>{place}</strong>
      <span>
        {changeText(stuck, names)}. {whyStuck(stuck, names, dates.short)}
      </span>
      <span className={styles.ways}>
        {result !== 'bad-shape' && (
          <Button small onClick={() => (based ? store.resolve.mine(at) : store.resolve.again(at))}>
            {based ? 'Pakai punya saya' : 'Kirim lagi'}
            {which}
          </Button>
        )}
        <Button small kind="quiet" onClick={() => setAsked(true)}>
          Buang
          {which}
        </Button>
      </span>
      <DangerDialog
        open={asked}
        onClose={() => setAsked(false)}
        title="Buang isian ini?"
        keep="Tetap simpan"
        action="Buang"
        onConfirm={() => store.resolve.theirs(at)}
      >
        <p>
          {place}: <strong>{changeText(stuck, names)}</strong>
        </p>
        <p>Isian ini hanya ada pada Anda dan tidak dapat dikembalikan.</p>
      </DangerDialog>
    </li>
  )
}

function whyStuck({ pointer, refusal }: Stuck, names: FormNames, instant: (at: string) => string): string {
  switch (refusal.result) {
    case 'conflict': {
      const { value, name, at } = refusal.theirs
      const stored = value === 'removed' ? '(baris dihapus)' : valueText(pointer, value, names)
      return `Isian ini juga diubah oleh ${name || 'pengguna lain'}, ${instant(at)}: ${stored}.`
    }
    case 'locked':
      return lockWords(refusal, instant)
    case 'aside':
      return 'Anda menyimpannya di samping; hanya ada di perangkat ini.'
    default:
      return refusal.message
  }
}
