import { parseMarkdown } from '../words/parseMarkdown.ts'
import { fillPlaces } from './fillPlaces.ts'
import type { FilledPart, PaperGiven, PaperKind, PaperPart, PaperTemplate } from './PaperKind.ts'

/** The parts of a paper with the words, tables and signers of this report. @throws where the template names what the kind has not */
export const fillPaper = (kind: PaperKind, given: PaperGiven, template: PaperTemplate = kind.template): FilledPart[] =>
  template.flatMap(part => fillPart(part, kind, given))

function fillPart(part: PaperPart, kind: PaperKind, given: PaperGiven): FilledPart | FilledPart[] {
  const fill = (text: string) => fillPlaces(text, kind, given)
  switch (part.part) {
    case 'page':
    case 'contents':
      return part
    case 'letterhead':
      return part.office === undefined ? part : { ...part, office: fill(part.office) }
    case 'cover':
    case 'title':
    case 'lines':
      return { ...part, lines: part.lines.map(fill) }
    case 'heading':
    case 'text':
      return { ...part, text: fill(part.text) }
    case 'prose':
      return { part: 'prose', blocks: parseMarkdown(named(kind.places, part.of)(given) ?? '') }
    case 'facts':
      return { ...part, facts: part.facts.map(({ name, said }) => ({ name, said: fill(said) })) }
    case 'table':
      return { part: 'table', ...named(kind.tables, part.table)(given) }
    case 'signatures':
      return {
        ...part,
        on: fill(part.on),
        by: part.by.map(({ as, signer }) => ({ as, ...named(kind.signers, signer)(given) })),
      }
    case 'each':
      return named(kind.each, part.each)(given).flatMap(one => fillPaper(kind, one, part.parts))
  }
}

function named<T>(table: Record<string, T> | undefined, name: string): T {
  const found = table && Object.hasOwn(table, name) ? table[name] : undefined
  if (!found) throw new Error(`the paper has no ${name}`)
  return found
}
