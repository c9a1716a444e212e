import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import styles from '#ui/Callout.module.css'
import { Callout } from '#ui/Callout.tsx'
import { Contact } from '#ui/Contact.tsx'
import { Facts } from '#ui/Facts.tsx'
import { NoAnswerError, ProblemError, saidOf } from './ProblemError.ts'
import { useWhomToAsk } from './whomToAsk.ts'

interface Said {
  title: string
  detail: string
}

function said(error: unknown): Said {
  if (error instanceof ProblemError) return { title: error.problem.title, detail: error.problem.detail }
  if (error instanceof NoAnswerError)
    return { title: 'Server tidak menjawab', detail: 'Periksa sambungan internet Anda, lalu coba lagi.' }
  return { title: 'Ada yang gagal di halaman ini', detail: saidOf(error) }
}

export interface ProblemPanelProps {
  error: unknown
  /** Retries the same. */
  onRetry?: () => void
  children?: ReactNode
}

/** The error, what to do about it, the id to quote and the contact. Announced when it appears. */
export function ProblemPanel({ error, onRetry, children }: ProblemPanelProps) {
  const { title, detail } = said(error)
  const problem = error instanceof ProblemError ? error.problem : null
  const asked = useWhomToAsk()
  const whom = problem?.contact ?? asked
  const lines = [...(problem?.needs ?? []), ...(problem?.errors ?? [])].map(line => line.message)
  return (
    <Callout
      tone="wrong"
      title={title}
      live
      actions={
        (onRetry || children) && (
          <>
            {onRetry && (
              <Button icon="refresh" onClick={onRetry}>
                Coba lagi
              </Button>
            )}
            {children}
          </>
        )
      }
    >
      <p>{detail}</p>
      {lines.length > 0 && (
        <ul>
          {[...new Set(lines)].map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className={styles.facts}>
        <Facts
          facts={{
            'Nomor permintaan': problem?.instance && <code>{problem.instance}</code>,
            Kode: problem && <code>{problem.code}</code>,
            'Tanyakan kepada': whom && (
              <Contact contact={whom} about={problem ? `SEPAKAT: ${problem.title} (${problem.instance})` : title} />
            ),
          }}
        />
      </div>
    </Callout>
  )
}
