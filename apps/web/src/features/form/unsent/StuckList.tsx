import { useState } from 'react'
import { Link } from 'react-router'
import { Button } from '#ui/Button.tsx'
import { DangerDialog } from '#ui/DangerDialog.tsx'
import { paths } from '#ui/paths.ts'
import { StuckNote } from '../cells/StuckNote.tsx'
import { useForm, useKey, useSubmission } from '../FormContext.ts'
import { Reopening } from '../reopening/Reopening.tsx'
import { useExportStuck } from './exportUnsent.ts'
import { SendAgain } from './SendAgain.tsx'
import styles from './Unsent.module.css'

/** Each change of this report that needs a decision, and actions on all of them. */
export function StuckList() {
  const { id } = useSubmission()
  const { store, names } = useForm()
  const pointers = useKey('outbox', () => store.stuckPointers().join('\n'))
  const exportStuck = useExportStuck()
  const [asked, setAsked] = useState(false)
  const all = pointers === '' ? [] : pointers.split('\n')
  const isEvaluators = (at: string) => store.stuck(at)?.route === 'evaluation'
  if (all.length === 0) return null
  const throwAway = () => {
    for (const at of all) store.resolve.theirs(at)
    setAsked(false)
  }
  return (
    <>
      <ul className={styles.list}>
        {all.map(at => (
          <li key={at}>
            <h3>
              <Link to={isEvaluators(at) ? paths.review(id, { at }) : paths.form(id, { at })}>
                {names().anchor(at)}
              </Link>
            </h3>
            <StuckNote at={at} bare />
          </li>
        ))}
      </ul>
      <Reopening />
      <div className={styles.tools}>
        <SendAgain pointers={all} />
        <Button small icon="download" onClick={() => exportStuck(all)}>
          Unduh daftarnya
        </Button>
        <Button small kind="quiet" onClick={() => setAsked(true)}>
          Buang semua isian saya ini
        </Button>
      </div>
      <DangerDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={`Buang ${all.length} isian dari perangkat ini?`}
        keep="Tetap simpan"
        action="Buang"
        onConfirm={throwAway}
      >
        <p>
          Yang tersimpan di server tetap seperti adanya. Isian Anda tidak dapat dikembalikan; unduh dahulu bila ragu.
        </p>
      </DangerDialog>
    </>
  )
}
