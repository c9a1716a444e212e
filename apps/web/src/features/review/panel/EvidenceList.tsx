import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import { fileWarningWords } from '#submissions/fileWarningWords.ts'
import type { FrozenAttachment } from '#submissions/revisionBody.ts'
import { useDates } from '#sync/session/me.tsx'
import { addressOf } from '#sync/transport/api.ts'
import { openPdf } from '#sync/transport/openPdf.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { sizeWords } from '#ui/numbers.ts'
import { answerOf } from '../model/placedRows.ts'
import { useReview } from '../ReviewContext.ts'
import styles from './Panel.module.css'

const kindsOf: [RegExp, string][] = [
  [/pdf$/, 'PDF'],
  [/^image\//, 'gambar'],
  [/sheet/, 'Excel'],
  [/word/, 'Word'],
]
const kindOf = (media: string): string => kindsOf.find(([pattern]) => pattern.test(media))?.[1] ?? 'berkas'

/** The evidence: title, number, date, page; to view and to download. */
export function EvidenceList({ items, withRow }: { items: readonly FrozenAttachment[]; withRow?: boolean }) {
  const { submission, sheet, files, go } = useReview()
  const dates = useDates()
  const [shown, setShown] = useState<FrozenAttachment | null>(null)
  const open = useMutation({
    mutationFn: (id: string) => openPdf(content(id), items.find(item => item.id === id)?.page),
  })
  const content = (id: string) =>
    addressOf('GET /submissions/:id/attachments/:attachment/content', {
      params: { id: submission.id, attachment: id },
    })
  return (
    <>
      <ul className={styles.items}>
        {items.map(item => {
          const file = files.get(item.id)
          const facts = [
            item.number && `No. ${item.number}`,
            item.date && dates.shortDay(item.date),
            item.page && `hal. ${item.page}`,
          ].filter(Boolean)
          const row = rowAnchorOf(item.anchor)
          return (
            <li key={item.id} className={styles.item}>
              <span className={styles.itemHead}>
                <Icon name="file" size={16} />
                <strong>{item.title}</strong>
              </span>
              {facts.length > 0 && <span>{facts.join(' · ')}</span>}
              {withRow && row ? (
                <Button kind="quiet" small className={styles.to} onClick={() => go(row)}>
                  {sheet.read.names.anchor(item.anchor)}
                </Button>
              ) : (
                <small>{answerOf(sheet.read.names, item.anchor)}</small>
              )}
              <span className={styles.acts}>
                {file?.media === 'application/pdf' && (
                  <Button
                    small
                    icon="external"
                    busy={open.isPending && open.variables === item.id && 'Membuka…'}
                    onClick={() => open.mutate(item.id)}
                  >
                    Buka<span className="visually-hidden"> di tab baru: {item.title}</span>
                  </Button>
                )}
                {file?.media.startsWith('image/') && (
                  <Button small icon="eye" aria-label={`Lihat: ${item.title}`} onClick={() => setShown(item)}>
                    Lihat
                  </Button>
                )}
                <a href={content(item.id)} target="_blank" rel="noreferrer">
                  Unduh{file ? ` ${kindOf(file.media)}, ${sizeWords(file.bytes)}` : ''}
                  <span className="visually-hidden">: {item.title}</span>
                </a>
              </span>
              {fileWarningWords(file?.warnings).map(words => (
                <Callout key={words} tone="warn">
                  {words}
                </Callout>
              ))}
              {open.isError && open.variables === item.id && (
                <Callout tone="wrong" live>
                  Berkas tidak dapat dibuka. Unduh, atau coba lagi beberapa saat lagi.
                </Callout>
              )}
            </li>
          )
        })}
      </ul>
      <Dialog open={shown !== null} onClose={() => setShown(null)} title={shown?.title ?? ''} large>
        {shown && <img className={styles.image} src={content(shown.id)} alt={`Bukti: ${shown.title}`} />}
      </Dialog>
    </>
  )
}
