import type { Figure, Kind, Scope } from '@sepakat/rules'
import type { StepsAt } from '@sepakat/rules/names/formNames.ts'
import { shortDay } from '@sepakat/rules/periods/dates.ts'
import { groupFigures } from '@sepakat/rules/sheet/outline.ts'
import { readForm } from '@sepakat/rules/sheet/readForm.ts'
import { fileHashes } from '@sepakat/rules/words/fileHashes.ts'
import { uncomparedRows } from '@sepakat/rules/words/uncomparedRows.ts'
import { ReadFormContext } from '#sheet/ReadFormContext.ts'
import { SheetBlocks } from '#sheet/SheetBlocks.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import type { Letterhead } from './letterhead.ts'
import styles from './Print.module.css'
import { type Correction, PrintedCorrection } from './PrintedCorrection.tsx'
import { PrintedFigures } from './PrintedFigures.tsx'
import { Foot, Uncompared } from './PrintedFoot.tsx'
import type { Printed } from './printed.ts'
import { printSlots } from './printSlots.tsx'

/** The report on paper. */
export function PrintDocument({
  printed,
  letterhead,
  kind,
  scope,
  stepsAt,
  correction,
  facts,
  technical,
}: {
  printed: Printed
  letterhead: Letterhead
  kind: Kind
  scope: Scope
  stepsAt?: StepsAt | undefined
  /** Of a submission that corrects an approved one. */
  correction?: Correction | null
  facts: Record<string, string>
  technical: Record<string, string>
}) {
  const form = readForm(printed, kind, scope, stepsAt)
  const { names, figuresOf } = form
  return (
    <ReadFormContext value={form}>
      <ScrollRegion label="Laporan di kertas" className={styles.sheet}>
        <article className={styles.paper}>
          <header className={styles.letterhead}>
            <p className={styles.region}>Pemerintah {letterhead.region}</p>
            <p className={styles.office}>{letterhead.office}</p>
          </header>
          {letterhead.draft && <p className={styles.draft}>DRAF · belum dikirim</p>}
          <h1 className={styles.title}>{letterhead.title}</h1>
          <p className={styles.standing}>
            {letterhead.period} · {letterhead.standing}
          </p>
          {correction && <PrintedCorrection correction={correction} names={names} />}
          <Figures figures={figuresOf('')} />
          {printed.sections.map(section => (
            <section key={section.id} className={styles.section}>
              <h2 id={`bagian:${section.id}`}>
                {section.group && <span className={styles.quiet}>{section.group} · </span>}
                {section.title}
              </h2>
              <Figures figures={groupFigures(section, figuresOf)} />
              <SheetBlocks
                slots={printSlots}
                blocks={section.blocks}
                level={3}
                section={section.id}
                under={section.title}
                labelledBy={`bagian:${section.id}`}
              />
            </section>
          ))}
          {printed.attachments.length > 0 && (
            <section className={styles.section}>
              <h2>Bukti dukung</h2>
              <table className={styles.grid}>
                <thead>
                  <tr>
                    <th scope="col">Judul</th>
                    <th scope="col">Nomor, tanggal, halaman</th>
                    <th scope="col">Untuk</th>
                  </tr>
                </thead>
                <tbody>
                  {printed.attachments.map(file => (
                    <tr key={file.id}>
                      <th scope="row">{file.title}</th>
                      <td>
                        {[file.number, file.date && shortDay(file.date), file.page && `hal. ${file.page}`]
                          .filter(Boolean)
                          .join(', ')}
                      </td>
                      <td>{names.anchor(file.anchor)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
          {!kind.signed && <Uncompared rows={uncomparedRows(printed.sections)} />}
          <Foot facts={facts} technical={{ ...technical, ...fileHashes(printed.attachments) }} />
        </article>
      </ScrollRegion>
    </ReadFormContext>
  )
}

/** Figures of the whole, or of a group. */
function Figures({ figures }: { figures: readonly Figure[] }) {
  if (figures.length === 0) return null
  return (
    <table className={styles.answers}>
      <tbody>
        <PrintedFigures figures={figures} />
      </tbody>
    </table>
  )
}

export const Preparing = () => <PageSkeleton title="Cetak laporan" label="Menyiapkan cetakan…" />
