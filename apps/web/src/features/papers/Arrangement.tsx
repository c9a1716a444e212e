import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import styles from '#administration/Admin.module.css'
import { PageForm } from '#administration/PageForm.tsx'
import type { ContractForm } from '#administration/useContractForm.ts'
import { MadePdf } from '#submissions/MadePdf.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { useSaid } from '#ui/useSaid.tsx'

/** Lets the shipped one count again, as the next version. */
function BackToShipped({ onBack }: { onBack: () => Promise<void> }) {
  const back = useMutation({ mutationFn: onBack })
  return (
    <>
      <Button busy={back.isPending && 'Mengembalikan…'} onClick={() => back.mutate()}>
        Kembali ke susunan bawaan
      </Button>
      {back.isError && <ProblemPanel error={back.error} onRetry={() => back.mutate()} />}
    </>
  )
}

interface Version {
  version: number
  by: { name: string }
  at: string
}

interface ArrangementProps<V extends Version> {
  note: ReactNode
  of: ContractForm
  /** What is sent, as the contract names it. */
  field: string
  children: ReactNode
  preview: Parameters<typeof MadePdf>[0]['ask']
  /** Null: the shipped one counts. */
  onBack: (() => Promise<void>) | null
  versions: readonly V[]
  /** Of the region; else the shipped one counted again. */
  isOwn: (version: V) => boolean
  onLoad: (version: V) => void
}

/** What a region arranges its own way: changed, looked at by an example, saved as the next version, or the shipped one again. */
export function Arrangement<V extends Version>({
  note,
  of,
  field,
  children,
  preview,
  onBack,
  versions,
  isOwn,
  onLoad,
}: ArrangementProps<V>) {
  const dates = useDates()
  const { said, say } = useSaid()
  return (
    <Parts>
      <Part title="Susunan">
        <p className={styles.note}>{note}</p>
        <PageForm of={of} fields={[field]} action="Simpan susunan" said={said}>
          {children}
        </PageForm>
        <div className={styles.buttons}>
          <MadePdf label="Lihat contoh" ask={preview} />
          {onBack && <BackToShipped onBack={onBack} />}
        </div>
      </Part>
      {versions.length > 0 && (
        <Part title="Versi-versi">
          <ul>
            {versions.map(one => (
              <li key={one.version}>
                Versi {one.version} · {isOwn(one) ? 'susunan daerah' : 'susunan bawaan'} · {one.by.name} ·{' '}
                {dates.long(one.at)}{' '}
                <Button
                  small
                  kind="quiet"
                  onClick={() => {
                    onLoad(one)
                    say(`Versi ${one.version} dimuat; belum disimpan.`)
                  }}
                >
                  Muat <span className="visually-hidden">versi {one.version}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </Parts>
  )
}
