import { useMutation } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Part } from '#ui/Part.tsx'

/** Lets the shipped one count again, as the next version. */
export function BackToShipped({ onBack }: { onBack: () => Promise<void> }) {
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
  /** Of the region; else the shipped one counted again. */
  isOwn: boolean
  by: { name: string }
  at: string
}

/** The versions there were, each to be loaded again. */
export function VersionList<V extends Version>({
  versions,
  onLoad,
}: {
  versions: readonly V[]
  onLoad: (version: V) => void
}) {
  const dates = useDates()
  if (versions.length === 0) return null
  return (
    <Part title="Versi-versi">
      <ul>
        {versions.map(one => (
          <li key={one.version}>
            Versi {one.version} · {one.isOwn ? 'susunan daerah' : 'susunan bawaan'} · {one.by.name} ·{' '}
            {dates.long(one.at)}{' '}
            <Button small kind="quiet" onClick={() => onLoad(one)}>
              Muat <span className="visually-hidden">versi {one.version}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  )
}
