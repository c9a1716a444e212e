import yauzl, { type Entry } from 'yauzl'
import type { Content } from '#storage/fileStore.ts'
import type { Judged, Media } from './judged.ts'
import { judgeFields } from './judgeFields.ts'
import { judgeRelationships } from './judgeLinks.ts'
import { readEntry } from './readEntry.ts'
import { RefusedFile, refuseFile } from './refusedFile.ts'

const macro = /vbaproject|vbadata|(^|\/)(intl)?macrosheets\/|activex|\.(xlsm|xlsb|xltm|xlam|docm|dotm|pptm)$/i
const ole = /oleobject|(^|\/)embeddings\/(?!.*\.xlsx$)[^/]+$/i
const inner = /\.(zip|rar|7z|gz|tgz|tar|bz2|xz|jar|cab|exe|dll|scr|com|bat|cmd|js|vbs|ps1|msi|hta|lnk)$/i
const stored = 0
const deflated = 8

/** What an entry's line in the directory alone gives away. Word keeps the table of each chart as `embeddings/….xlsx`. */
const judgeEntryName = (entry: Entry): void => {
  const name = entry.fileName
  if (entry.isEncrypted()) refuseFile('encryptedOffice')
  if (leadsOut(name) || isLink(entry)) refuseFile('unsafePath')
  if (macro.test(name)) refuseFile('macro')
  if (ole.test(name)) refuseFile('ole')
  if (inner.test(name)) refuseFile('archive')
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) refuseFile('damaged')
}

const hasControl = (name: string) => [...name].some(letter => letter.charCodeAt(0) < 32)
const leadsOut = (name: string) =>
  name.length > 400 || hasControl(name) || /^[/\\]|^[a-z]:|\\|(^|\/)\.\.?(\/|$)/i.test(name)

/** The upper half of the attributes is the Unix mode; S_IFLNK marks a link. */
const isLink = ({ externalFileAttributes }: Entry) => ((externalFileAttributes >>> 28) & 0xf) === 0xa

// What real workbooks with photos need, and far below what a bomb does: bounds of the whole file.
const maxEntries = 3000
const MiB = 1024 * 1024
const maxInflated = 150 * MiB
const contentTypes = '[Content_Types].xml'
const mainPart = 'word/document.xml'
/** Of what is read as a whole: lists of parts and links, and the text of a document. */
const maxText = { list: 4 * MiB, document: 32 * MiB }
const main = 'application/vnd.openxmlformats-officedocument.'
const sheet: Media = `${main}spreadsheetml.sheet`
const document: Media = `${main}wordprocessingml.document`

/**
 * A ZIP is taken when it is an XLSX or DOCX without macros, embedded objects, passwords, path names that lead out, anything fetched
 * from elsewhere, and when every entry really inflates to the size and checksum its directory claims, within bounds.
 */
export const judgeOffice = async (content: Content): Promise<Judged> => {
  try {
    const zip = await openZip(content)
    try {
      return await judgeEntries(zip)
    } finally {
      zip.close()
    }
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    return refuseFile(/file ?name|relative path|absolute path/i.test(String(error)) ? 'unsafePath' : 'damaged')
  }
}

const openZip = (content: Content): Promise<yauzl.ZipFile> => {
  const options = { autoClose: false, lazyEntries: true, strictFileNames: true }
  return 'held' in content ? yauzl.fromBufferPromise(content.held, options) : yauzl.openPromise(content.path, options)
}

const judgeEntries = async (zip: yauzl.ZipFile): Promise<Judged> => {
  if (zip.entryCount > maxEntries) return refuseFile('bomb')
  const entries: yauzl.Entry[] = []
  for await (const entry of zip.eachEntry()) {
    judgeEntryName(entry)
    entries.push(entry)
  }
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()))
  if (!entries.some(({ fileName }) => fileName === contentTypes)) return refuseFile('archive')
  if (names.size !== entries.length) return refuseFile('damaged')

  const isDocument = names.has(mainPart)
  let left = maxInflated
  let types = ''
  let linked = false
  for (const entry of entries) {
    if (entry.uncompressedSize > left) return refuseFile('bomb')
    const isTypes = entry.fileName === contentTypes
    const isRelationships = /\.rels$/i.test(entry.fileName)
    const isList = isTypes || isRelationships
    const asText = isList ? 'all' : isDocument ? 'xml' : 'none'
    const mostText = isList ? maxText.list : maxText.document
    const { bytes, text, links } = await readEntry(zip, entry, { most: left, mostText, asText })
    left -= bytes
    linked ||= links
    if (isTypes) types = text
    if (isRelationships) judgeRelationships(text)
    if (isDocument) await judgeFields(text)
  }
  return { media: mediaOf(types, names), warnings: linked ? ['links-to-workbooks'] : [] }
}

/** ECMA-376 part 2 §10.1.2: the main part is named, with its type, in [Content_Types].xml. */
const mediaOf = (types: string, names: Set<string>): Media => {
  if (/macroEnabled|vbaProject|ms-office\.activeX/i.test(types)) return refuseFile('macro')
  if (/oleObject/i.test(types)) return refuseFile('ole')
  if (types.includes(`${sheet}.main+xml`) && names.has('xl/workbook.xml')) return sheet
  if (types.includes(`${document}.main+xml`) && names.has(mainPart)) return document
  return refuseFile('otherOffice')
}
