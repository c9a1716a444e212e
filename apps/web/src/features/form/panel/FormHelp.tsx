import { sourceTitle } from '@sepakat/rules/names/formNames.ts'
import { sourceWords } from '@sepakat/rules/words/sourceWords.ts'
import { Facts } from '#ui/Facts.tsx'
import { useForm } from '../FormContext.ts'
import { Part } from './Part.tsx'
import styles from './RowPanel.module.css'

/** While no row is current: the form's legal basis, and what it reads from others. */
export function FormHelp() {
  const { catalogue, kind, scope } = useForm()
  const sources = Object.entries(scope.sources)
  return (
    <div className={styles.body}>
      <p className={styles.quiet}>
        Pilih satu isian untuk melihat petunjuk, dasar hukum, bukti, catatan, dan riwayatnya. Tekan ? untuk melihat
        tombol pintas.
      </p>
      {catalogue.legal && (
        <Part title="Dasar hukum">
          <p>{catalogue.legal}</p>
        </Part>
      )}
      {sources.length > 0 && (
        <Part title="Dibaca dari formulir lain">
          <Facts
            facts={Object.fromEntries(
              sources.map(([name, { status }]) => [sourceTitle(kind, scope, name), sourceWords[status]]),
            )}
          />
        </Part>
      )}
    </div>
  )
}
