import type { FrozenBlockOfEdition, FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { TextWatermark } from 'docx/watermarks'
import { docxBlock } from './docxBlock.ts'
import { docxFirstPages } from './docxFirstPages.ts'
import { docxStyles } from './docxStyles.ts'
import type { EditionLook } from './editionPaper.ts'
import { provenance } from './provenance.ts'
import { tableWidths } from './tableWidths.ts'
import { wholeEdition } from './wholeEdition.ts'

/** What is on pages of one kind, in the order of the edition. */
interface Stretch {
  wide: boolean
  children: FileChild[]
}

/** An edition as a text that staff can go on with: headings, captions and tables are what they are to Word and LibreOffice. */
export async function editionDocx(edition: FrozenEdition, look?: EditionLook): Promise<Uint8Array<ArrayBuffer>> {
  const stretches: Stretch[] = [{ wide: false, children: docxFirstPages(edition, look) }]
  let list = 0
  for (const { number, title, sections } of wholeEdition(edition)) {
    let waiting: FileChild[] = [heading(HeadingLevel.HEADING_1, `${number}  ${title.toUpperCase()}`)]
    const put = (wide: boolean, children: readonly FileChild[]) => {
      const last = stretches.at(-1)
      if (last?.wide === wide) last.children.push(...waiting, ...children)
      else stretches.push({ wide, children: [...waiting, ...children] })
      waiting = []
    }
    for (const section of sections) {
      if (section.title) waiting.push(heading(HeadingLevel.HEADING_2, `${section.number}  ${section.title}`.trim()))
      for (const block of section.blocks) put(isWide(block), docxBlock(block, ++list))
    }
    if (waiting.length > 0) put(false, [])
  }
  const document = new Document({
    creator: `Pemerintah ${edition.region}`,
    title: `${edition.title} ${edition.region} ${edition.periodWords}`,
    description: provenance(edition),
    styles: docxStyles,
    numbering: {
      config: [
        {
          reference: 'numbers',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 540, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: stretches.map((stretch, n) => sectionOf(stretch, n === 0, edition)),
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const heading = (level: (typeof HeadingLevel)[keyof typeof HeadingLevel], text: string): Paragraph =>
  new Paragraph({ heading: level, text, pageBreakBefore: level === HeadingLevel.HEADING_1 })

const isWide = (block: FrozenBlockOfEdition): boolean => block.block === 'table' && tableWidths(block.table).wide

function sectionOf({ wide, children }: Stretch, first: boolean, edition: FrozenEdition): ISectionOptions {
  const right = wide ? 14_000 : 9_060
  const mark = edition.frozen ? [] : [new TextWatermark({ text: 'DRAF', color: 'D9D9D9', font: 'Arial', width: 400 })]
  const footer = new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: right }],
        children: [
          new TextRun({ text: provenance(edition), size: 14, color: '444444' }),
          new TextRun({
            size: 14,
            color: '444444',
            children: ['\thal. ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
  return {
    properties: {
      titlePage: first,
      page: {
        size: {
          width: 11_906,
          height: 16_838,
          orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: wide
          ? { left: 1417, right: 1417, top: 1247, bottom: 1247 }
          : { left: 1701, right: 1134, top: 1247, bottom: 1417 },
      },
    },
    headers: { default: new Header({ children: [new Paragraph({ children: mark })] }) },
    footers: { default: footer },
    children,
  }
}
