import { TooLargeToRead } from './fileFaults.ts'
import type { XmlReader } from './readXml.ts'

/** Limits: shared strings of a workbook, and characters of one cell: no spreadsheet keeps longer ones. */
const most = { strings: 300_000, letters: 32_767 }

/** Collects the text of all runs of one cell, without phonetic hints. */
export function runs() {
  let text = ''
  let isText = false
  let aids = 0
  return {
    open(name: string): void {
      if (name === 'rPh') aids += 1
      if (name === 't') isText = true
    },
    close(name: string): void {
      if (name === 'rPh') aids -= 1
      if (name === 't') isText = false
    },
    text(more: string): void {
      if (!isText || aids > 0) return
      if (text.length + more.length > most.letters) throw new TooLargeToRead('letters of a cell')
      text += more
    },
    take(): string {
      const whole = text
      text = ''
      return whole
    },
  }
}

/** The strings that cells reference by number. */
export function sharedStrings(): XmlReader<string[]> {
  const strings: string[] = []
  const { open, text, take, close } = runs()
  return {
    open,
    text,
    close(name) {
      close(name)
      if (name !== 'si') return
      if (strings.length >= most.strings) throw new TooLargeToRead('strings')
      strings.push(take())
    },
    result: () => strings,
  }
}
