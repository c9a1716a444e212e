import { count } from '../../../lib/numbers.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/icons/Icon.tsx'
import { Drawer } from '../../../ui/Modal.tsx'
import { useEvaluated, useForm, useKey, useView } from '../FormContext.ts'
import { findingOrder } from '../model/findingOrder.ts'
import { FindingList } from './FindingList.tsx'
import styles from './FindingsBar.module.css'

/** The foot of the form: how much is wrong, odd or missing, and the way to each. */
export function FindingsBar({ onUndo, onNext }: { onUndo: () => void; onNext: () => void }) {
  const { view, paths, go, store } = useForm()
  const { counts, findings } = useEvaluated()
  const drawer = useView('drawer')
  const open = useKey('access', () => store.access().open)
  useKey('outbox', () => store.history.canUndo())
  const { wrong, explain, empty } = counts
  const todo = wrong + explain + empty
  const close = () => view.set({ drawer: null })
  return (
    <>
      <section className={styles.bar} aria-label="Temuan">
        <Button kind="quiet" className={styles.counts} onClick={() => view.set({ drawer: 'findings' })}>
          {todo === 0 ? (
            <span className={styles.none}>
              <Icon name="check" size={16} /> Tidak ada yang salah atau kosong
            </span>
          ) : (
            <>
              <span className={wrong > 0 ? styles.wrong : undefined}>
                <Icon name="cross-circle" size={16} /> {count(wrong)} salah
              </span>
              <span className={explain > 0 ? styles.explain : undefined}>
                <Icon name="alert" size={16} /> {count(explain)} perlu penjelasan
              </span>
              <span>
                <Icon name="circle" size={16} /> {count(empty)} kosong
              </span>
            </>
          )}
        </Button>
        <span className={styles.actions}>
          {open && (
            <Button small kind="quiet" icon="return" onClick={onUndo}>
              Urungkan
            </Button>
          )}
          {todo > 0 && (
            <Button small icon="chevron-right" onClick={onNext}>
              Temuan berikutnya
            </Button>
          )}
        </span>
      </section>
      <Drawer open={drawer === 'findings'} onClose={close} title="Temuan">
        {todo + counts.notice === 0 ? (
          <p>Tidak ada temuan.</p>
        ) : (
          <FindingList
            findings={findingOrder(findings, paths())}
            onGo={anchor => {
              close()
              go(anchor)
            }}
          />
        )}
      </Drawer>
    </>
  )
}
