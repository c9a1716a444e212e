import { setImmediate as others } from 'node:timers/promises'
import { decoded } from './judgeLinks.ts'
import { refuseFile } from './refusedFile.ts'

const tag = /<(\/?)(?:[\w.-]{1,40}:)?([\w.-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/
const passedOver = /<!--(?:(?!--)[\s\S])*-->|<\?(?:(?!<\?|\?>)[\s\S])*\?>/
const cdata = /<!\[CDATA\[((?:(?!\]\]>|<!\[CDATA\[)[\s\S])*)\]\]>/
const tokens = new RegExp(`${passedOver.source}|${cdata.source}|${tag.source}|([^<]+)`, 'g')
const dde = /^DDE(AUTO)?(\s|$)/i
const simple = /\binstr\s*=\s*["']\s*DDE(AUTO)?[\s"']/i

/** Between so many of them everybody else has a turn: a part may have millions. */
const atOnce = 5000

/** What a name that is not whole may yet become. */
const mayBecomeDde = (name: string) => 'DDEAUTO'.startsWith(name.trimEnd().toUpperCase())

/**
 * Fields of a Word document that ask a program for data (ECMA-376 part 1 §17.16.5, §17.16.18). The name of a field may be in several runs, and
 * another field may write it: nothing else begins with a field.
 */
export const judgeFields = async (xml: string): Promise<void> => {
  /** Name of the field that started last, until it ends; null: it has ended. */
  let name: string | null = ''
  let isStarted = false
  let isCode = false
  let read = 0
  for (const [, literal, closing, element, attributes = '', text = literal] of xml.matchAll(tokens)) {
    read += 1
    if (read % atOnce === 0) await others()
    if (element === 'instrText') isCode = !closing && !attributes.endsWith('/')
    if (element === 'fldSimple' && simple.test(decoded(attributes))) refuseFile('dde')
    if (element === 'fldChar' && !closing) {
      const begins = decoded(attributes).includes('begin')
      if (name !== null && (begins ? isStarted && mayBecomeDde(name) : dde.test(name))) refuseFile('dde')
      name = begins ? '' : null
      isStarted ||= begins
    }
    if (text === undefined || !isCode || name === null) continue
    name = (name + decoded(text)).trimStart()
    if (name.length < 'DDEAUTO '.length && !/\s/.test(name)) continue
    if (dde.test(name)) refuseFile('dde')
    name = null
  }
}
