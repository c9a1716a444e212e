import { Phone } from '#submissions/Phone.tsx'
import styles from './Cockpit.module.css'
import type { CockpitLineData, Contact } from './cockpitQuery.ts'
import { waiting } from './cockpitWords.ts'

/** At most so many are shown in a line; a message may go to any of them. */
const shown = 2

/** Who moves it on: those with a number first, of an office one who fills in and the head. */
export function Contacts({ line }: { line: CockpitLineData }) {
  const all = line.contacts
  if (all.length === 0)
    return <span className={styles.people}>{line.why === 'asked' ? 'Menunggu jawaban Anda' : nobody(line)}</span>
  const some = mostUseful(all).slice(0, shown)
  const others = all.length - some.length + line.moreContacts
  return (
    <span className={styles.people}>
      {some.map(one => (
        <span key={one.post}>
          {one.name} <Phone of={one} className={styles.phone} />
        </span>
      ))}
      {others > 0 && <small>dan {others} orang lain</small>}
    </span>
  )
}

const nobody = (line: CockpitLineData): string => {
  if (line.claimedBy) return line.claimedBy
  return waiting(line) ? 'Belum ada pemeriksanya' : 'Belum ada operator atau kepalanya'
}

/** Who files and who signs, each with a number where there is one. */
const mostUseful = (all: readonly Contact[]): Contact[] => {
  const first = (role: string) => {
    const ofRole = all.filter(one => (one.role === 'head') === (role === 'head'))
    return ofRole.find(({ whatsapp }) => whatsapp) ?? ofRole[0]
  }
  const some = [first('other'), first('head')].filter(one => one !== undefined)
  return [...some, ...all.filter(one => !some.includes(one))]
}
