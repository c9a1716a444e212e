import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { AlignmentType, type FileChild, ImageRun, PageBreak, Paragraph, TableOfContents, TextRun } from 'docx'
import type { EditionLook } from './editionPaper.ts'
import { versionWords } from './provenance.ts'

/** The first page and the contents of an edition in Word. */
export const docxFirstPages = (edition: FrozenEdition, { emblem, address }: EditionLook = {}): FileChild[] => [
  ...(emblem ? [centred(600, emblemRun(edition.region, emblem))] : []),
  line(`PEMERINTAH ${edition.region.toUpperCase()}`, 28, emblem ? 300 : 1200),
  ...(address ? [line(address, 19, 60)] : []),
  line(edition.title.toUpperCase(), 44, 3000),
  line(edition.periodWords.toUpperCase(), 30, 300),
  line(versionWords(edition), 20, 3000),
  new Paragraph({ children: [new PageBreak()] }),
  new Paragraph({ style: 'ContentsHeading', text: 'DAFTAR ISI' }),
  // by levels alone: styles named too would be other styles to LibreOffice
  new TableOfContents('Daftar Isi', { hyperlink: true, headingStyleRange: '1-2' }),
]

const centred = (before: number, child: TextRun | ImageRun): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before }, children: [child] })

const line = (text: string, size: number, before: number): Paragraph =>
  centred(before, new TextRun({ text, size, bold: size > 24 }))

/** What programs that know no SVG show: one point of nothing. */
const nothing = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function emblemRun(region: string, emblem: NonNullable<EditionLook['emblem']>): ImageRun {
  const about = {
    transformation: { width: 120, height: 120 },
    altText: { name: 'Lambang', title: `Lambang ${region}`, description: `Lambang ${region}` },
  }
  return 'svg' in emblem
    ? new ImageRun({ type: 'svg', data: Buffer.from(emblem.svg), fallback: { type: 'png', data: nothing }, ...about })
    : new ImageRun({ type: 'png', data: Buffer.from(emblem.png), ...about })
}
