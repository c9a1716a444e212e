import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { type Part, useHand, useReview } from '../ReviewContext.ts'
import { CellHistory } from './CellHistory.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import { NoteForm, NoteList } from './Notes.tsx'
import styles from './Panel.module.css'

export interface PanelProps {
  part: Part
  onPart: (part: Part) => void
  /** The anchor of the note being written; null for none. */
  writing: string | null
  onWrite: (anchor: string | null) => void
}

/** Details of the current row; and all notes and all evidence of the report. */
export function Panel({ part, onPart, writing, onWrite }: PanelProps) {
  const { sheet, notes } = useReview()
  const all = [...notes.values()].flat()
  const open = all.filter(note => note.status !== 'resolved')
  const sorted = [...open, ...all.filter(note => note.status === 'resolved')]
  return (
    <div className={styles.panel}>
      {writing !== null && <NoteForm key={writing} anchor={writing} onDone={() => onWrite(null)} />}
      <Tabs
        label="Keterangan"
        value={part}
        onChange={id => onPart(id as Part)}
        items={[
          { id: 'row', label: 'Baris ini', panel: <RowPanel onWrite={onWrite} /> },
          {
            id: 'notes',
            label: `Catatan (${open.length})`,
            panel:
              sorted.length > 0 ? (
                <NoteList notes={sorted} withRow />
              ) : (
                <p className={styles.none}>Belum ada catatan pada laporan ini.</p>
              ),
          },
          {
            id: 'evidence',
            label: `Bukti (${sheet.body.attachments.length})`,
            panel:
              sheet.body.attachments.length > 0 ? (
                <EvidenceList items={sheet.body.attachments} withRow />
              ) : (
                <p className={styles.none}>Tidak ada bukti yang dilampirkan pada kiriman ini.</p>
              ),
          },
        ]}
      />
    </div>
  )
}

function RowPanel({ onWrite }: Pick<PanelProps, 'onWrite'>) {
  const { submission, sheet, notes, reviewing } = useReview()
  const anchor = useHand()
  const [history, setHistory] = useState(false)
  const row = anchor === null ? undefined : sheet.byAnchor.get(anchor)
  const key = row?.anchor ?? ''
  const own = notes.get(key) ?? []
  const evidence = sheet.evidence.get(key) ?? []
  return (
    <div className={styles.row}>
      <h2 className={styles.title}>{row ? row.label : 'Laporan seluruhnya'}</h2>
      {row && row.above.length > 0 && <p className={styles.none}>{row.above.join(' › ')}</p>}
      {!row && <p className={styles.none}>Pilih satu baris untuk melihat bukti dan catatannya di sini.</p>}
      <h3>Bukti</h3>
      {evidence.length > 0 ? (
        <EvidenceList items={evidence} />
      ) : (
        <p className={styles.none}>Tidak ada bukti di sini.</p>
      )}
      <h3>Catatan</h3>
      {own.length > 0 ? <NoteList notes={own} /> : <p className={styles.none}>Belum ada catatan di sini.</p>}
      <span className={styles.acts}>
        {reviewing && (
          <Button small icon="note" onClick={() => onWrite(key)}>
            Tulis catatan
          </Button>
        )}
        {row && (
          <Button small kind="quiet" icon="history" aria-haspopup="dialog" onClick={() => setHistory(true)}>
            Riwayat isian
          </Button>
        )}
      </span>
      {row?.row?.legal && (
        <p className={styles.none}>
          <strong>Dasar hukum:</strong> {row.row.legal}
        </p>
      )}
      {row && (
        <Dialog open={history} onClose={() => setHistory(false)} title={`Riwayat isian: ${row.label}`} large>
          <CellHistory submission={submission} names={sheet.read.names} anchor={row.anchor} />
        </Dialog>
      )}
    </div>
  )
}
