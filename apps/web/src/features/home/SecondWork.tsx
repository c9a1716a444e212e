import { useQuery } from '@tanstack/react-query'
import { waitingQuery } from '#administration/seconding.ts'
import { useDates } from '#sync/session/me.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import styles from './Home.module.css'

/** Rights pending this person's second decision; nothing where there are none. */
export function SecondWork() {
  const dates = useDates()
  const { data } = useQuery(waitingQuery())
  const mine = data?.items.filter(({ turn }) => turn === 'decide') ?? []
  if (mine.length === 0) return null
  return (
    <Part title="Menunggu persetujuan kedua" note="Hak baru berlaku setelah Anda atau orang lain menyetujuinya.">
      <ul className={styles.issues}>
        {mine.map(({ id, what, askedBy, askedAt }) => (
          <li key={id}>
            <span>
              <strong>{what[0]}</strong>
              {what.length > 1 && ` Dan ${what.length - 1} hak lain.`}
              <br />
              {askedBy.name}, {dates.ago(askedAt)}
            </span>
            <LinkButton small to={paths.admin('persetujuan-kedua')} aria-label={`Tinjau: ${what[0]}`}>
              Tinjau
            </LinkButton>
          </li>
        ))}
      </ul>
    </Part>
  )
}
