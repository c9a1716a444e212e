import type { Finding } from '@sepakat/rules'
import { useState } from 'react'
import { count } from '#ui/numbers.ts'
import { useEvaluated, useForm, useOpenNotes } from '../FormContext.ts'
import { FindingList } from '../findings/FindingList.tsx'
import { NoteLinks } from '../findings/NoteLinks.tsx'
import { findingOrder } from '../model/findingOrder.ts'
import styles from './FindingsLeft.module.css'

const levels = [
  { id: 'all', label: 'Semua' },
  { id: 'wrong', label: 'Salah' },
  { id: 'explain', label: 'Perlu penjelasan' },
  { id: 'empty', label: 'Kosong' },
] as const
/** More lines than this at once are no help. */
const most = 100

/** All that is wrong, odd or missing, with links to each; first the notes that wait for an answer. */
export default function FindingsLeft({ onGo }: { onGo: (anchor: string) => void }) {
  const { paths } = useForm()
  const findings = findingOrder(useEvaluated().findings, paths())
  const notes = useOpenNotes()
  if (notes.length > 0)
    return (
      <>
        <h3>Catatan yang perlu dijawab ({count(notes.length)})</h3>
        <NoteLinks notes={notes} onGo={onGo} />
        {findings.length > 0 && <Findings findings={findings} onGo={onGo} />}
      </>
    )
  return <Findings findings={findings} onGo={onGo} />
}

function Findings({ findings, onGo }: { findings: readonly Finding[]; onGo: (anchor: string) => void }) {
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
