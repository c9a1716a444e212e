import type { Media } from './judging/judged.ts'

const endings: Record<Media, RegExp> = {
  'application/pdf': /\.pdf$/i,
  'image/jpeg': /\.jpe?g$/i,
  'image/png': /\.png$/i,
  'image/webp': /\.webp$/i,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': /\.xlsx$/i,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': /\.docx$/i,
}
const usual: Record<Media, string> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
}

const isPlain = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0
  // Controls, and the marks that turn the direction of writing: with them "exe.fdp" shows as "pdf.exe".
  return code >= 32 && code !== 127 && !/[\u0080-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>:|?*/\\]/.test(letter)
}

/** WHATWG HTML, multipart/form-data encoding: browsers write these three so in a name. */
const escaped = /%(22|0d|0a)/gi

/** The name a file is given back under: the sender's, without a path, and ending as its content says, whatever it was called. */
export const fileNameOf = (sent: string | undefined, media: Media): string => {
  const last = (sent ?? '').toWellFormed().replace(escaped, '').split(/[/\\]/).at(-1) ?? ''
  const plain = [...last].filter(isPlain).join('').trim().slice(0, 120)
  const name = plain === '' || plain.startsWith('.') ? `berkas${plain}` : plain
  return endings[media].test(name) ? name : name + usual[media]
}
