import type { Entry } from 'yauzl'
import { refuseFile } from './refusedFile.ts'

const macro = /vbaproject|vbadata|(^|\/)(intl)?macrosheets\/|activex|\.(xlsm|xlsb|xltm|xlam|docm|dotm|pptm)$/i
const ole = /oleobject|(^|\/)embeddings\/(?!.*\.xlsx$)[^/]+$/i
const inner = /\.(zip|rar|7z|gz|tgz|tar|bz2|xz|jar|cab|exe|dll|scr|com|bat|cmd|js|vbs|ps1|msi|hta|lnk)$/i
const stored = 0
const deflated = 8

/** What an entry's line in the directory alone gives away. Word keeps the table of each chart as `embeddings/….xlsx`. */
export const judgeEntryName = (entry: Entry): void => {
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
