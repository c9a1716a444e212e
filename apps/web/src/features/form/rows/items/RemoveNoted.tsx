import { DangerDialog } from '#ui/DangerDialog.tsx'
import type { Note } from '../../model/beside.ts'

/** Confirms the removal of a row with open notes: often the note asks for it, and the note must still be answered. */
export function RemoveNoted({
  name,
  notes,
  onClose,
  onRemove,
}: {
  name: string
  notes: readonly Note[]
  onClose: () => void
  onRemove: () => void
}) {
  return (
    <DangerDialog
      open
      onClose={onClose}
      title={`Hapus “${name}”?`}
      keep="Jangan hapus"
      action="Hapus baris"
      onConfirm={onRemove}
    >
      <p>Pada baris ini ada {notes.length} catatan verifikator yang belum dijawab:</p>
      <ul>
        {notes.map(note => (
          <li key={note.id}>{note.text}</li>
        ))}
      </ul>
      <p>
        Sesudah baris dihapus, catatan itu tetap perlu dijawab sebelum laporan dikirim. Tempat menjawabnya: daftar
        catatan di bagian atas formulir.
      </p>
    </DangerDialog>
  )
}
