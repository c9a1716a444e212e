import type { Figure, FrozenSection, Kind, Scope } from '@sepakat/rules'
import { type FormNames, formNames, type StepsAt } from '@sepakat/rules/names/formNames.ts'
import { shortDay } from '@sepakat/rules/periods/dates.ts'
import { fileHashes } from '@sepakat/rules/words/fileHashes.ts'
import { uncomparedRows } from '@sepakat/rules/words/uncomparedRows.ts'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import type { Letterhead } from './letterhead.ts'
import styles from './Print.module.css'
import { PrintedBlock } from './PrintedBlock.tsx'
import { type Correction, PrintedCorrection } from './PrintedCorrection.tsx'
import { Foot, Uncompared } from './PrintedFoot.tsx'
import { FigureOnPaper, PrintContext } from './PrintedParts.tsx'
import type { Printed } from './printed.ts'

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
  const figures = new Map<string, Figure[]>()
  for (const figure of printed.figures) figures.set(figure.row, [...(figures.get(figure.row) ?? []), figure])
  const names = formNames(printed.sections, kind, scope, stepsAt, printed.words)
  return (
    <PrintContext value={{ kind, figures, names, period: scope.period, sources: printed.sources }}>
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
          <Figures figures={figures.get('') ?? []} names={names} />
          {printed.sections.map(section => {
            const alone = section.blocks.length === 1
            return (
              <section key={section.id} className={styles.section}>
                <h2>
                  {section.group && <span className={styles.quiet}>{section.group} · </span>}
                  {section.title}
                </h2>
                <Figures figures={groupFigures(section, figures)} names={names} />
                {section.blocks.map(block => (
                  <PrintedBlock
                    key={`${block.table} ${block.title}`}
                    block={block}
                    level={3}
                    titled={!alone}
                    section={section.id}
                  />
                ))}
              </section>
            )
          })}
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
    </PrintContext>
  )
}

/** Figures of the whole, or of a group. */
function Figures({ figures, names }: { figures: readonly Figure[]; names: FormNames }) {
  if (figures.length === 0) return null
  return (
    <table className={styles.answers}>
      <tbody>
        {figures.map(figure => (
          <tr key={figure.code} className={styles.figure}>
            <th scope="row">{names.figureLabel(figure.code)}</th>
            <td className={styles.num}>
              <FigureOnPaper figure={figure} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Those of the group a section is about; those of a row are with the row. */
const groupFigures = ({ id, blocks }: FrozenSection, figures: ReadonlyMap<string, readonly Figure[]>): Figure[] =>
  blocks.some(({ rows }) => rows.some(row => row.id === id))
    ? []
    : (figures.get(id) ?? []).filter(figure => figure.code !== 'completeness')
