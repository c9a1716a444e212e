import { refuseFile } from './refusedFile.ts'

/** What would begin something stays as it is written. */
const kept: Record<string, string> = { '<': '&lt;', '&': '&amp;' }
const letterOf = (code: number): string => {
  const letter = code <= 0x10ffff ? String.fromCodePoint(code) : ''
  return kept[letter] ?? letter
}
/** XML 1.0 §4.1: any letter may be written as its code. */
export const decoded = (text: string): string =>
  text.replace(/&#(?:x([0-9a-f]{1,20})|(\d{1,20}));/gi, (_, hex, decimal) =>
    letterOf(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  )
/** §2.5, §2.7: remarks, and marks of a text as it is, may be within any text. */
const bare = (text: string): string => text.replace(/<!--(?:(?!--)[\s\S])*-->|<!\[CDATA\[|\]\]>/g, '')

const relationships = /<(?:[\w.-]{1,40}:)?Relationships\b/
const ofType = (names: string) => new RegExp(`/relationships/(?:${names})\\s*["']`, 'i')
const template = ofType('attachedTemplate')
const ole = ofType('oleObject')
const fetched = ofType('frame|subDocument|aFChunk|transform|mailMerge(?:Header)?Source')

/**
 * What the relationships of a part (ECMA-376 part 2 §9.3) bring in when the file is opened: a template its macros, an object its
 * program, a frame or a chunk whatever it is. Their type alone counts: where they lead is written in too many ways. Links that a person
 * follows are none of them.
 */
export const judgeRelationships = (xml: string): void => {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml) || !relationships.test(xml)) refuseFile('damaged')
  const text = decoded(xml)
  if (template.test(text)) refuseFile('template')
  if (ole.test(text)) refuseFile('ole')
  if (fetched.test(text)) refuseFile('fetched')
}

const prefixed = (name: string) => `<(?:[\\w.-]{1,40}:)?${name}\\b`
const dde = new RegExp(prefixed('ddeLink'), 'i')
// §18.13.1, §18.15.2: data of a server that Excel asks for when it opens the file, and not when a person wants them.
const connection = new RegExp(
  `${prefixed('(?:connection|queryTable)')}[^<]{0,4000}\\brefreshOnLoad\\s*=\\s*["'](?!(?:0|false)["'])`,
)
// ECMA-376 part 1 §18.17: of a formula, what is quoted, a name of a sheet or column may hold a bar; elsewhere it is `program|topic!item`.
const quoted = (mark: string) => `${mark}(?:(?!${mark})[^<])*${mark}`
const unquoted = `(?:[^<"'|\\[]|${quoted('"')}|${quoted("'")}|\\[[^\\]<]*\\])*`
const formula = `${prefixed('(?:f|formula[12]?|definedName|calculatedColumnFormula)')}[^<>]{0,400}>${unquoted}`
const ddeFormula = new RegExp(`${formula}\\|\\s*(?:${quoted("'")}|[^\\s<"'!][^<"'!]{0,254})!`, 'i')
const oleLink = new RegExp(prefixed('oleLink'))
const workbook = new RegExp(prefixed('externalBook'))
/** No longer is what these look for: a formula has at most 8,192 letters. */
export const longestLink = 9_000

/** What a piece of a part asks of other programs (ECMA-376 part 1 §18.14). @returns whether it takes values of other workbooks */
export const judgeLinks = (piece: string): boolean => {
  const text = decoded(bare(piece)).replaceAll('&quot;', '"').replaceAll('&apos;', "'")
  if (dde.test(text) || ddeFormula.test(text)) refuseFile('dde')
  if (oleLink.test(text)) refuseFile('ole')
  if (connection.test(text)) refuseFile('connection')
  return workbook.test(text)
}

/** XML as text: in UTF-16 where it says so by its first bytes. */
export const xmlText = (bytes: Buffer): string => {
  const [first, second] = bytes
  const wide = { fffe: 'utf-16le', '3c00': 'utf-16le', feff: 'utf-16be', '003c': 'utf-16be' } as const
  const start = Buffer.from([first ?? 0, second ?? 0]).toString('hex')
  const name = Object.entries(wide).find(([begins]) => begins === start)?.[1]
  return new TextDecoder(name ?? 'utf-8').decode(bytes)
}
