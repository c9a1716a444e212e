import { SaxesParser } from 'saxes'
import { UnreadableArchive } from './fileFaults.ts'

/** Called for each element as it comes, by its name without prefix; no tree is built of what may be millions of them. */
export interface XmlReader<T> {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  close: (name: string) => void
  text: (text: string) => void
  result: () => T
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads a document piece by piece. Custom entities are refused. @throws UnreadableArchive where it is not well-formed */
export function readXml<T>(pieces: Iterable<string>, reader: XmlReader<T>): T {
  const parser = new SaxesParser()
  const refuse = () => {
    throw new UnreadableArchive('broken document')
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', ({ name, attributes }) => reader.open(localName(name), attributes))
  parser.on('closetag', ({ name }) => reader.close(localName(name)))
  parser.on('text', reader.text)
  parser.on('cdata', reader.text)
  for (const piece of pieces) parser.write(piece)
  parser.close()
  return reader.result()
}
