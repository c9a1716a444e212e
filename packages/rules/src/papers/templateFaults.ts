import { placesIn } from './fillPlaces.ts'
import type { PaperKind, PaperPart, PaperTemplate } from './PaperKind.ts'

/** What in a template its kind cannot fill in: where, as a pointer into it, and in words for who writes it. */
export interface TemplateFault {
  pointer: string
  message: string
}
type Names = Pick<PaperKind, 'places' | 'tables' | 'signers' | 'each'>

/** All faults of a template, in its order; none in one that can be printed. */
export const templateFaults = (kind: Names, template: PaperTemplate, at = ''): TemplateFault[] =>
  template.flatMap((part, nth) => faultsOf(kind, part, `${at}/${nth}`))

function faultsOf(kind: Names, part: PaperPart, at: string): TemplateFault[] {
  const text = (said: string, where: string): TemplateFault[] =>
    [...new Set(placesIn(said))]
      .filter(place => !Object.hasOwn(kind.places, place))
      .map(place => ({ pointer: `${at}/${where}`, message: `Naskah ini tidak mengenal {${place}}.` }))
  const name = (known: object | undefined, named: string, where: string, what: string): TemplateFault[] =>
    known && Object.hasOwn(known, named)
      ? []
      : [{ pointer: `${at}/${where}`, message: `Naskah ini tidak punya ${what} ${named}.` }]
  switch (part.part) {
    case 'page':
    case 'contents':
      return []
    case 'letterhead':
      return text(part.office ?? '', 'office')
    case 'cover':
    case 'title':
    case 'lines':
      return part.lines.flatMap((line, nth) => text(line, `lines/${nth}`))
    case 'heading':
    case 'text':
      return text(part.text, 'text')
    case 'prose':
      return name(kind.places, part.of, 'of', 'uraian')
    case 'facts':
      return part.facts.flatMap(({ said }, nth) => text(said, `facts/${nth}/said`))
    case 'table':
      return name(kind.tables, part.table, 'table', 'tabel')
    case 'signatures':
      return [
        ...text(part.on, 'on'),
        ...part.by.flatMap(({ signer }, nth) => name(kind.signers, signer, `by/${nth}/signer`, 'penanda tangan')),
      ]
    case 'each':
      return [...name(kind.each, part.each, 'each', 'pengulangan'), ...templateFaults(kind, part.parts, `${at}/parts`)]
  }
}
