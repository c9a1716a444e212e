import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { StuckNote } from '../cells/StuckNote.tsx'
import { useForm } from '../FormContext.ts'
import { useExportStuck } from '../unsent/exportUnsent.ts'
import { SendAgain } from '../unsent/SendAgain.tsx'
import styles from './Notices.module.css'

/** The answers that a person decides about, each with its way there. */
export function StuckTray({ pointers: all }: { pointers: readonly string[] }) {
  const { names, go } = useForm()
  const exportStuck = useExportStuck()
  return (
    <Callout
      tone="warn"
      title={`${all.length} isian perlu Anda putuskan`}
      actions={
        <>
          <SendAgain pointers={all} />
          <Button small icon="download" onClick={() => exportStuck(all)}>
            Unduh daftarnya
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {all.map(at => (
          <div key={at}>
            <Button kind="quiet" small className={styles.go} onClick={() => go(at)}>
              {names().anchor(at)}
            </Button>
            <StuckNote at={at} bare />
          </div>
        ))}
      </div>
    </Callout>
  )
}
