import { useStore } from '@nanostores/react'
import { useCallback, useMemo } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { useWarnBefore } from '#sync/tabs/useWarnBefore.ts'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { late } from '#ui/late.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import styles from './Editions.module.css'
import { NarrativeRead } from './NarrativeRead.tsx'
import type { NarrativeEditorProps } from './narrative/NarrativeEditor.tsx'
import type { Edition, EditionSection } from './queries.ts'
import type { Writing } from './sectionWriter.ts'
import { useSectionWriter } from './useSectionWriter.ts'

const NarrativeEditor = late<NarrativeEditorProps>(
  () => import('./narrative/NarrativeEditor.tsx').then(module => module.NarrativeEditor),
  <SkeletonRows rows={6} label="Memuat naskah…" />,
)

/** The text of a section as it is written and saved. */
export function SectionEditor({ edition, section }: { edition: Edition; section: EditionSection }) {
  const opened = useSectionWriter(edition.id, section)
  return opened ? (
    <Opened key={opened.n} {...{ edition, section, opened }} />
  ) : (
    <SkeletonRows rows={6} label="Memuat naskah…" />
  )
}

function Opened({
  edition,
  section,
  opened,
}: {
  edition: Edition
  section: EditionSection
  opened: NonNullable<ReturnType<typeof useSectionWriter>>
}) {
  const { id, tables, charts } = edition
  const { writer, narrative } = opened
  const writing = useStore(writer.writing)
  useWarnBefore(useCallback(() => writing.state !== 'saved', [writing.state]))
  const find = useCallback(
    async (q: string) => (await api('GET /editions/:id/figures', { params: { id }, query: { q, limit: 12 } })).items,
    [id],
  )
  const say = useCallback<NarrativeEditorProps['say']>(
    written => api('POST /editions/:id/said', { params: { id }, body: { narrative: written } }),
    [id],
  )
  const blocks = useMemo(
    () => [
      ...tables.map(({ id: of, title }) => ({ block: 'table' as const, of, title })),
      ...charts.map(({ id: of, title }) => ({ block: 'chart' as const, of, title })),
    ],
    [tables, charts],
  )
  if (writing.state === 'conflict')
    return <TwoTexts mine={writing.mine} theirs={writing.theirs} onSettle={writer.settle} />
  return (
    <>
      <NarrativeEditor
        label={`Naskah ${section.id}`}
        initial={narrative}
        said={section}
        find={find}
        say={say}
        blocks={blocks}
        onChange={writer.write}
      />
      <SaveLine writing={writing} section={section} onSend={() => void writer.send()} />
    </>
  )
}

/** Where the text is now. */
function SaveLine({ writing, section, onSend }: { writing: Writing; section: EditionSection; onSend: () => void }) {
  const dates = useDates()
  if (writing.state === 'refused')
    return (
      <ProblemPanel error={writing.error} onRetry={onSend}>
        <p>Naskah Anda tetap tersimpan di perangkat ini.</p>
      </ProblemPanel>
    )
  if (writing.state === 'unreached')
    return (
      <Callout
        tone="warn"
        live
        title="Belum sampai ke server"
        actions={
          <Button small icon="refresh" onClick={onSend}>
            Kirim sekarang
          </Button>
        }
      >
        Naskah tersimpan di perangkat ini dan dikirim sendiri begitu tersambung.
      </Callout>
    )
  const { at, by } = section
  return (
    <p className={styles.quiet}>
      {writing.state === 'saving' && 'Menyimpan…'}
      {writing.state === 'waiting' && 'Tersimpan di perangkat ini, segera dikirim.'}
      {writing.state === 'saved' &&
        (at && by ? `Tersimpan ${dates.short(at)} oleh ${by.name}.` : 'Belum ada yang ditulis.')}
    </p>
  )
}

/** Two people wrote the same section: both texts, of which one is chosen. */
function TwoTexts({
  mine,
  theirs,
  onSettle,
}: {
  mine: EditionSection['narrative']
  theirs: EditionSection
  onSettle: (chosen: 'mine' | 'theirs') => void
}) {
  const dates = useDates()
  const whose = theirs.by?.name ?? 'orang lain'
  return (
    <Callout
      tone="warn"
      live
      title={`${whose} menyimpan bagian ini${theirs.at ? `, ${dates.short(theirs.at)}` : ''}, setelah Anda membukanya`}
    >
      <p>Belum ada yang hilang. Pilih naskah yang dipakai; yang lain dapat disalin dahulu dari sini.</p>
      <div className={styles.two}>
        <section aria-label="Naskah Anda">
          <h3>Naskah Anda</h3>
          <NarrativeRead narrative={mine} />
          <Button kind="primary" onClick={() => onSettle('mine')}>
            Pakai naskah saya
          </Button>
        </section>
        <section aria-label={`Naskah ${whose}`}>
          <h3>Naskah {whose}</h3>
          <NarrativeRead narrative={theirs.narrative} />
          <Button onClick={() => onSettle('theirs')}>Pakai naskah {whose}</Button>
        </section>
      </div>
    </Callout>
  )
}
