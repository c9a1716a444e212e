import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, PdfRef, PdfStream, PdfString } from '@libpdf/core'

/** What a PDF does beyond being read, the worst of it. */
export type PdfVerdict = 'plain' | 'script' | 'opensFile' | 'encryptedPdf' | 'damaged'

// ISO 32000-2 §12.6.4: actions. Going to a page, named ones (next page), links to the web and layers act on the document itself.
const runs = ['JavaScript', 'Rendition', 'RichMediaExecute']
const opens = ['Launch', 'GoToR', 'GoToE', 'ImportData', 'SubmitForm']
/** Keys that bring a program: of an action, of the names, of 3D, of media, and the XFA form of §12.7.8. */
const scriptKeys = new Set(['JS', 'JavaScript', 'OnInstantiate', 'RichMediaContent', 'XFA'])
const scriptLink = /^(javascript|vbscript|data):/i
const fileLink = /^(file:|\\\\)/i

/**
 * What a PDF does beyond being read. Looks at every object that its cross-references list (or that can be found, where they are
 * broken), those in object streams too, and at its bytes for actions that they do not list.
 */
export const pdfVerdict = async (bytes: Uint8Array): Promise<PdfVerdict> => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (encrypt.test(text)) return 'encryptedPdf'
  const hidden = inBytes(text)
  if (hidden) return hidden
  const pdf = await PDF.load(bytes).catch(() => null)
  if (!pdf) return 'damaged'
  if (pdf.isEncrypted) return 'encryptedPdf'
  const { registry } = pdf.context
  for (let n = 1; n < registry.nextObjectNumber; n += 1) {
    const object = registry.resolve(PdfRef.of(n, 0))
    const verdict = object && (inObject(object, ref => registry.resolve(ref)) ?? inObjectStream(object))
    if (verdict) return verdict
  }
  return 'plain'
}

const worseOf = (action: string): PdfVerdict | null =>
  runs.includes(action) ? 'script' : opens.includes(action) ? 'opensFile' : null

/** Of one object and those that are written within it; a name may be written elsewhere. */
const inObject = (object: PdfObject, resolve: (ref: PdfRef) => PdfObject | null): PdfVerdict | null => {
  const left = [object]
  for (let next = left.pop(); next; next = left.pop()) {
    if (next instanceof PdfArray) left.push(...next)
    if (!(next instanceof PdfDict)) continue
    if (fetches(next)) return 'opensFile'
    for (const [{ value: key }, value] of next) {
      if (scriptKeys.has(key)) return 'script'
      const said = value instanceof PdfRef && (key === 'S' || key === 'URI') ? resolve(value) : value
      const verdict = key === 'S' && said instanceof PdfName ? worseOf(said.value) : null
      if (verdict) return verdict
      const link = key === 'URI' && said instanceof PdfString ? linkVerdict(said.asString()) : null
      if (link) return link
      left.push(value)
    }
  }
  return null
}

const linkVerdict = (address: string): PdfVerdict | null => {
  // as those who follow it do, without blanks and signs that no address has
  const bare = [...address].filter(letter => letter > ' ').join('')
  return scriptLink.test(bare) ? 'script' : fileLink.test(bare) ? 'opensFile' : null
}

/** An article of another file (§12.6.4.7), a page of one as a picture (§8.10.4), bytes that are elsewhere (§7.3.8). */
const fetches = (dict: PdfDict): boolean =>
  (dict.has('F') && (dict instanceof PdfStream || dict.getName('S')?.value === 'Thread')) ||
  (dict.has('Ref') && dict.getName('Subtype')?.value === 'Form')

/**
 * §7.5.7: of a stream that holds objects. One that is written otherwise than it must be (its filter by reference or by a short name)
 * is read by some readers and not by this library, so its objects were not seen.
 */
const inObjectStream = (object: PdfObject): PdfVerdict | null => {
  if (!(object instanceof PdfStream)) return null
  const {
    N: count,
    First: first,
    Type: type,
  } = Object.fromEntries([...object].map(([key, value]) => [key.value, value]))
  if (!count || !first) return null
  if (!(type instanceof PdfName && type.value === 'ObjStm')) return 'damaged'
  if (!(count instanceof PdfNumber && first instanceof PdfNumber)) return 'damaged'
  const text = decoded(object)
  const heads = text?.slice(0, first.value).match(/\d+/g) ?? []
  if (text === null || heads.length < 2 * count.value) return 'damaged'
  return inBytes(text)
}

const decoded = (stream: PdfStream): string | null => {
  try {
    return Buffer.from(stream.getDecodedData()).toString('latin1')
  } catch {
    return null
  }
}

// §7.3.5: any letter of a name may be written #xx.
const spelled = (name: string): string =>
  [...name]
    .map(letter => {
      const [high, low = ''] = letter.charCodeAt(0).toString(16)
      return `(?:${letter}|#${high}[${low}${low.toUpperCase()}])`
    })
    .join('')
// §7.2.3: between two names there may be blanks and comments.
const between = '(?:[\\s\\0]|%[^\\r\\n]{0,200}[\\r\\n]){0,40}'
const end = '(?![^\\s\\0/<>\\[\\](){}%])'
const actions = (names: string[]) => names.map(spelled).join('|')
const action = new RegExp(`/${spelled('S')}${between}/(?:(${actions(runs)})|(?:${actions(opens)}))${end}`)
// §7.6.1: Encrypt is in the trailer, or the dictionary of a cross-reference stream, as a reference or a dictionary.
const encrypt = new RegExp(`/${spelled('Encrypt')}${between}(?:\\d{1,10}[\\s\\0]{1,40}\\d{1,5}[\\s\\0]{1,40}R|<<)`)

/** Readers differ in what of a broken file they take for an object, so an action counts wherever its bytes are. */
const inBytes = (text: string): PdfVerdict | null => {
  const found = action.exec(text)
  return found && (found[1] ? 'script' : 'opensFile')
}
