import { eventGroupLabels } from '@sepakat/rules/eventGroups.ts'
import styles from '#administration/Admin.module.css'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Drawer } from '#ui/Modal.tsx'
import type { UrlFilters } from '#ui/useUrlFilters.ts'
import type { TrailLine } from './queries.ts'
import { TrailOffice, TrailPerson, TrailReport } from './TrailSubject.tsx'
import { nameOfActor } from './TrailTable.tsx'
import type { TrailKey } from './trailWish.ts'

interface TrailDrawerProps {
  line: TrailLine | null
  of: UrlFilters<TrailKey>
  onClose: () => void
}

/** All that is kept of one event, and the ways from it to others of the same report, person or office. */
export function TrailDrawer({ line, of, onClose }: TrailDrawerProps) {
  const dates = useDates()
  if (line === null) return null
  const { did, quote, by, office, report, person, device, details } = line
  const only = (changes: Partial<Record<TrailKey, string>>) => () => {
    of.set({ jenis: '', oleh: '', tentang: '', opd: '', laporan: '', dari: '', sampai: '', ...changes })
    onClose()
  }
  return (
    <Drawer open title="Rincian peristiwa" onClose={onClose}>
      <p>
        <strong>{nameOfActor(line)}</strong>
        {by.title && ` (${by.title})`} {did}.
      </p>
      {quote && <blockquote>{quote}</blockquote>}
      <Facts
        facts={{
          ...Object.fromEntries(details.map(({ label, value }) => [label, value])),
          Kapan: dates.long(line.at),
          Jenis: eventGroupLabels[line.group],
          Laporan: report && <TrailReport report={report} />,
          'Perangkat daerah': office && <TrailOffice office={office} />,
          Orang: person && <TrailPerson person={person} />,
          Perangkat: device?.name,
          'Alamat jaringan': device?.address,
          'Tempat dalam rantai': `${line.stream}, nomor ${line.seq}`,
          Sidik: line.hash,
        }}
      />
      {(report || person || office) && (
        <div className={styles.buttons}>
          {report && (
            <Button small onClick={only({ laporan: report.submission })}>
              Semua peristiwa laporan ini
            </Button>
          )}
          {person && (
            <Button small onClick={only({ tentang: person.id })}>
              Semua tentang {person.name}
            </Button>
          )}
          {office && (
            <Button small onClick={only({ opd: office.id })}>
              Semua peristiwa perangkat daerah ini
            </Button>
          )}
        </div>
      )}
    </Drawer>
  )
}
