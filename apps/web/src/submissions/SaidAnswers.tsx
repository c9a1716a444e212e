import { useDates } from '#sync/session/me.tsx'
import styles from './Questions.module.css'

interface Answer {
  at: string
  by: { name: string }
  text: string
}

/** What was answered to a note or a question, by whom and when. */
export function SaidAnswers({ answers }: { answers: readonly Answer[] }) {
  const dates = useDates()
  return answers.map(answer => (
    <blockquote key={answer.at} className={styles.answer}>
      <p className={styles.words}>{answer.text}</p>
      <small>
        Jawaban {answer.by.name}, {dates.short(answer.at)}
      </small>
    </blockquote>
  ))
}
