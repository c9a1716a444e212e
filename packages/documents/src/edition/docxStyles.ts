import { AlignmentType, type IStylesOptions } from 'docx'

const black = '000000'

/** The styles of an edition in Word: changed there once, changed everywhere. */
export const docxStyles: IStylesOptions = {
  default: {
    document: { run: { font: 'Arial', size: 22, language: { value: 'id-ID' } } },
    heading1: {
      run: { size: 28, bold: true, color: black },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 360 }, keepNext: true },
    },
    heading2: {
      run: { size: 24, bold: true, color: black },
      paragraph: { spacing: { before: 320, after: 160 }, keepNext: true },
    },
    heading3: {
      run: { size: 22, bold: true, color: black },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
    listParagraph: { paragraph: { spacing: { after: 80 } } },
  },
  paragraphStyles: [
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: { after: 160, line: 300 } },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      run: { italics: true },
      paragraph: { indent: { left: 560, right: 340 }, spacing: { after: 160 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      quickFormat: true,
      run: { bold: true, size: 20 },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
    { id: 'TableText', name: 'Table Text', basedOn: 'Normal', run: { size: 16 } },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { size: 16, color: '444444' },
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: 'ContentsHeading',
      name: 'Contents Heading',
      basedOn: 'Normal',
      run: { size: 28, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
    },
  ],
}
