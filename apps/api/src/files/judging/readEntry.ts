import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { judgeLinks, longestLink, xmlText } from './judgeLinks.ts'
import { refuseFile } from './refusedFile.ts'

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const executables = [Buffer.from('MZ'), Buffer.from('7f454c46', 'hex')]
const innerZip = Buffer.from('504b0304', 'hex')
const maxRatio = 400
const ratioFrom = 8 * 1024 * 1024

/** `most`: bytes that may still come; `asText`: which entries are wanted as a whole, and no longer than `mostText`. */
interface Reading {
  most: number
  mostText: number
  asText: 'all' | 'xml' | 'none'
}
/** `text`: empty where it is not wanted; `links`: it takes values of other workbooks. */
interface Read {
  bytes: number
  text: string
  links: boolean
}

/**
 * Really inflates one entry through a byte counter: what the directory says of its size may lie. The text is given where asked.
 * An entry that is itself a ZIP (the table of a chart) may hold no macro: names are uncompressed in its directory.
 */
export const readEntry = async (zip: ZipFile, entry: Entry, { most, mostText, asText }: Reading): Promise<Read> => {
  let bytes = 0
  let sum = 0
  let isZip = false
  let isText = false
  let links = false
  let tail = ''
  const whole: Buffer[] = []
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    const chunk = piece as Buffer
    if (bytes === 0) {
      isZip = judgeStart(chunk)
      isText = asText === 'all' || (asText === 'xml' && startsXml(chunk))
    }
    bytes += chunk.length
    sum = crc32(chunk, sum)
    if (bytes > most || (bytes > ratioFrom && bytes > entry.compressedSize * maxRatio)) return refuseFile('bomb')
    if (isText && bytes > mostText) return refuseFile('bomb')
    if (isText) whole.push(chunk)
    // without the zeros UTF-16 reads as Latin-1
    const seen = tail + chunk.toString('latin1').replaceAll('\0', '')
    if (isZip && /vbaproject|oleobject/i.test(seen)) return refuseFile('macro')
    if (judgeLinks(seen)) links = true
    tail = seen.slice(-longestLink)
  }
  if (sum !== entry.crc32) return refuseFile('damaged')
  return { bytes, text: xmlText(Buffer.concat(whole)), links }
}

/** In any encoding, behind the mark of one and blanks. */
const startsXml = (chunk: Buffer): boolean => /^[\s\0\xef\xbb\xbf\xff\xfe]*</.test(chunk.toString('latin1', 0, 1000))

const judgeStart = (chunk: Buffer): boolean => {
  if (chunk.subarray(0, 8).equals(compound)) return refuseFile('ole')
  if (executables.some(start => chunk.subarray(0, start.length).equals(start))) return refuseFile('archive')
  return chunk.subarray(0, 4).equals(innerZip)
}
