import { sizeWords } from '#ui/numbers.ts'

const most = 25 * 1024 * 1024
const taken = ['pdf', 'jpg', 'jpeg', 'png', 'webp', 'xlsx', 'docx']

/** For the accept attribute of a file input. */
export const acceptedFiles = taken.map(ending => `.${ending}`).join(',')
export const acceptedWords = 'PDF, JPEG, PNG, WEBP, XLSX, atau DOCX, paling besar 25 MB'

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** The default title of a file: its name without extension, underscores and other machine marks. */
export const titleOf = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replaceAll(/(%20|[_\s\p{Cc}])+/gu, ' ')
    .trim()
    .slice(0, 200)
    .trim() || name

const heic = 'Perangkat ini tidak dapat mengubahnya menjadi JPEG: ubah dahulu di pengaturan kamera atau aplikasi foto.'
const instead: Record<string, string> = {
  doc: 'Simpan dahulu sebagai DOCX atau PDF dari Word.',
  xls: 'Simpan dahulu sebagai XLSX dari Excel.',
  xlsm: 'Simpan dahulu sebagai XLSX: berkas dengan makro tidak diterima.',
  docm: 'Simpan dahulu sebagai DOCX: berkas dengan makro tidak diterima.',
  zip: 'Keluarkan isinya, lalu lampirkan berkasnya satu per satu.',
  rar: 'Keluarkan isinya, lalu lampirkan berkasnya satu per satu.',
  heic,
  heif: heic,
}

/** Why this file would be refused, and what to do instead; null where only its content can tell. The server judges by content. */
export function fileFault(file: Pick<File, 'name' | 'size'>): string | null {
  const ending = endingOf(file.name)
  if (file.size === 0) return 'Berkas ini kosong. Pilih berkas yang berisi.'
  if (file.size > most)
    return `Berkas ini ${sizeWords(file.size)}, paling besar 25 MB. Perkecil, atau bagi menjadi beberapa berkas.`
  if (!taken.includes(ending)) return `Jenis berkas ini tidak diterima. ${instead[ending] ?? `Kirim ${acceptedWords}.`}`
  return null
}
