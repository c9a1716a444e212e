import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { stuckWords } from '../attach/uploadWords.ts'
import { useUnsentFiles } from '../attach/useUnsentFiles.ts'
import { useForm, useOutbox, useSubmission } from '../FormContext.ts'
import styles from './Contributions.module.css'
import { type Contribution, usePartAct } from './contributionQueries.ts'
import { PartFacts } from './PartFacts.tsx'

/** For a contributor: the assigned part, until when, and the button to mark it done. */
export function OwnPart() {
  const { contributions, office } = useSubmission()
  const own = contributions.filter(({ mine, status }) => mine && status !== 'taken-back')
  if (own.length === 0) return null
  return (
    <Callout tone="info" title={`Sumbangan data untuk ${office.name}`}>
      <div className={styles.parts}>
        {own.map(part => (
          <section key={part.id}>
            <p>Diserahkan kepada Anda oleh {part.by.name}. Isilah baris berikut, lalu nyatakan selesai.</p>
            <PartFacts part={part} />
            {part.status === 'given' ? (
              <Done part={part} />
            ) : (
              <p>
                Isiannya sekarang di tangan {office.name}. Bila perlu diperbaiki, bagian ini dikembalikan kepada Anda.
              </p>
            )}
          </section>
        ))}
      </div>
    </Callout>
  )
}

function Done({ part }: { part: Contribution }) {
  const { store } = useForm()
  const outbox = useOutbox()
  const done = usePartAct('done', part.id)
  const files = useUnsentFiles()
  const stuck = files.stuck.length > 0 && `${stuckWords(files.stuck)}: kirim lagi atau batalkan dahulu.`
  const unsaved = outbox.waiting + outbox.stuck + files.waiting > 0 && 'Tunggu sampai semua isian dan berkas tersimpan.'
  return (
    <>
      <div className={styles.acts}>
        <Button
          kind="primary"
          icon="check"
          whyNot={stuck || unsaved}
          busy={done.isPending && 'Menyampaikan…'}
          onClick={() => {
            store.outbox.flush()
            done.mutate()
          }}
        >
          Nyatakan selesai
        </Button>
      </div>
      {done.isError && <ProblemPanel error={done.error} />}
    </>
  )
}
