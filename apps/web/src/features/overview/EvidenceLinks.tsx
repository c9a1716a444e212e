import { useMutation } from '@tanstack/react-query'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { addressOf } from '#sync/transport/api.ts'
import { openPdf } from '#sync/transport/openPdf.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import styles from './Recap.module.css'

type Evidence = ResponseOf<'GET /figures/trace'>['evidence'][number]

/** Evidence as a list; a PDF opens at the page that was written for it, other files are downloaded. */
export function EvidenceLinks({ items }: { items: readonly Evidence[] }) {
  const open = useMutation({ mutationFn: (one: Evidence) => openPdf(contentOf(one), one.page) })
  return (
    <ul className={styles.evidence}>
      {items.map(one => (
        <li key={one.id}>
          {one.media === 'application/pdf' ? (
            <Button
              kind="quiet"
              small
              icon="external"
              busy={open.isPending && open.variables.id === one.id && 'Membuka…'}
              onClick={() => open.mutate(one)}
            >
              <EvidenceWords of={one} />
            </Button>
          ) : (
            <a href={contentOf(one)} target="_blank" rel="noreferrer">
              <EvidenceWords of={one} />
            </a>
          )}
          {open.isError && open.variables.id === one.id && (
            <Callout tone="wrong" live>
              Berkas tidak dapat dibuka. Coba lagi beberapa saat lagi.
            </Callout>
          )}
        </li>
      ))}
    </ul>
  )
}

const contentOf = ({ id, submission }: Evidence): string =>
  addressOf('GET /submissions/:id/attachments/:attachment/content', { params: { id: submission, attachment: id } })

function EvidenceWords({ of: { title, number, date, page } }: { of: Evidence }) {
  const dates = useDates()
  const facts = [number && `No. ${number}`, date && dates.shortDay(date), page && `hal. ${page}`].filter(Boolean)
  return (
    <>
      Buka bukti: {title}
      {facts.length > 0 && ` (${facts.join(' · ')})`}
    </>
  )
}
