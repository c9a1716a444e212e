import type { Finding } from '@sepakat/rules'
import { useState } from 'react'
import { count } from '../../../lib/numbers.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/icons/Icon.tsx'
import { Drawer } from '../../../ui/Modal.tsx'
import { useEvaluated, useForm, useKey, useView } from '../FormContext.ts'
import { findingOrder } from '../model/findingOrder.ts'
import { FindingList } from './FindingList.tsx'
import styles from './FindingsBar.module.css'
import { SaveState } from './SaveState.tsx'

const levels = [
  { id: 'all', label: 'Semua' },
  { id: 'wrong', label: 'Salah' },
  { id: 'explain', label: 'Perlu penjelasan' },
  { id: 'empty', label: 'Kosong' },
] as const
/** More lines than this at once help nobody. */
const most = 100

function Listed({ findings, onGo }: { findings: readonly Finding[]; onGo: (anchor: string) => void }) {
  const [level, setLevel] = useState<(typeof levels)[number]['id']>('all')
  if (findings.length === 0) return <p>Tidak ada temuan.</p>
  const own = level === 'all' ? findings : findings.filter(finding => finding.level === level)
  return (
    <>
      <fieldset className={styles.levels}>
        <legend className="visually-hidden">Temuan yang ditampilkan</legend>
        {levels.map(({ id, label }) => (
          <label key={id} className={styles.level}>
            <input type="radio" name="temuan" checked={level === id} onChange={() => setLevel(id)} />
            {label}
          </label>
        ))}
      </fieldset>
      {own.length === 0 ? <p>Tidak ada.</p> : <FindingList findings={own.slice(0, most)} onGo={onGo} />}
      {own.length > most && <p>… dan {count(own.length - most)} lainnya sesudahnya.</p>}
    </>
  )
}

/** The foot of the form: how much is wrong, odd or missing, and the way to each. */
export function FindingsBar({ onUndo, onNext }: { onUndo: () => void; onNext: () => void }) {
  const { view, paths, go, store } = useForm()
  const { counts, findings } = useEvaluated()
  const drawer = useView('drawer')
  const open = useKey('access', () => store.access().open)
  const undoable = useKey('outbox', () => store.history.canUndo())
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
            <span className={styles.save}>
              <SaveState quiet />
            </span>
          )}
          {open && undoable && (
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
        {drawer === 'findings' && (
          <Listed
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
