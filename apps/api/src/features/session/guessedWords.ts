import { nipPattern } from '@sepakat/rules'

const ofTheWork =
  `sepakat sinergitas akuntabilitas spm lppd sakip lkpj kabupaten pemkab pemda pemerintah daerah perangkat dinas badan
  bagian kantor sekretariat kecamatan kelurahan desa opd skpd uptd asn pns pppk nip bupati wabup sekda asisten operator verifikator
  penilai koordinator pengesah pimpinan pengawas pengelola kepala admin administrator kaltara kalimantan utara tarakan sebatik borneo
  indonesia merdeka garuda pancasila`.split(/\s+/)

/** Letters and digits alone. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const letterOf: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const unmasked = (text: string): string => text.replace(/[013457@$!]/g, mark => letterOf[mark] ?? '')

const wordsOf = (text: string): string[] =>
  [text, ...text.split(/[^\p{L}\p{N}]+/u)].map(bare).filter(word => word.length > 2)

/** The number itself, and what is read out of it: the day of birth in the orders people write it, and the month of appointment. */
const partsOfNip = (nip: string): string[] => {
  const [, year, month, day, since] = /^(\d{4})(\d\d)(\d\d)(\d{6})/.exec(nip) ?? []
  if (!year) return [nip]
  const short = year.slice(2)
  return [
    nip,
    `${year}${month}${day}`,
    `${day}${month}${year}`,
    `${day}${month}${short}`,
    `${short}${month}${day}`,
    since!,
  ]
}

/** Words that anybody who knows a person, his or her office or this product tries first; the longest first. */
export const guessedWords = (own: readonly (string | null)[], local: readonly string[]): string[] => {
  const given = own.filter(word => word !== null)
  const nips = given.filter(word => nipPattern.test(word)).flatMap(partsOfNip)
  const all = new Set([...nips, ...[...given, ...local].flatMap(wordsOf), ...ofTheWork])
  return [...all].sort((a, b) => b.length - a.length)
}

const without = (text: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.replaceAll(word, ''), text)

/** What is left of a password without these words, also where digits and signs replace letters, and without years. */
export const restWithout = (password: string, words: readonly string[]): string => {
  const plain = without(bare(password), words).replace(/(?:19|20)\d\d/g, '')
  const masked = without(bare(unmasked(password.toLowerCase().replace(/(?:19|20)\d\d/g, ''))), words)
  return plain.length < masked.length ? plain : masked
}
