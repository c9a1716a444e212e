import { z } from 'zod'

const kinds: Record<string, string> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar',
  object: 'objek',
  record: 'objek',
  null: 'null',
}
const formats: Record<string, string> = {
  uuid: 'UUID',
  datetime: 'tanggal dan jam seperti 2026-03-31T08:00:00+08:00',
  date: 'tanggal seperti 2026-03-31',
  url: 'alamat lengkap',
}
const sized: Record<string, string> = { string: ' huruf', array: ' butir', record: ' butir' }

/** What zod says where a schema gives no sentence of its own; nothing of it is English. */
const messageOf: z.core.$ZodErrorMap = issue => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'Isian ini wajib diisi.'
        : `Isi dengan ${kinds[issue.expected] ?? 'jenis nilai yang benar'}.`
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'Isian ini wajib diisi.'
        : `Paling sedikit ${issue.minimum}${sized[issue.origin] ?? ''}.`
    case 'too_big':
      return `Paling banyak ${issue.maximum}${sized[issue.origin] ?? ''}.`
    case 'invalid_format':
      return `Tulis dalam bentuk ${formats[issue.format] ?? 'yang benar'}.`
    case 'invalid_value':
      return `Pilih salah satu: ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return 'Isian ini tidak dikenal.'
    case 'not_multiple_of':
      return `Isi dengan kelipatan ${issue.divisor}.`
    case 'invalid_key':
      return 'Nama isian ini tidak dapat diterima.'
    default:
      return 'Nilai ini tidak dapat diterima.'
  }
}

z.config({ localeError: messageOf })
