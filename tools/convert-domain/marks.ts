// The collected material marks every statement by how it was learnt; a row is shown with the weakest of its marks.
import type { Confidence } from '@sepakat/rules'

/** The weakest mark a text names; what is only partly read in a source is never `seen`. */
export function weakest(text: string): Confidence {
  const named = (mark: RegExp) => mark.test(text)
  if (named(/\bunsure\b/)) return 'unsure'
  const memory = named(/\b(memory|ingatan)\b/)
  const inferred = named(/\b(inferred|kesimpulan|dugaan)\b/)
  if (named(/\bseen-(name|formula)\b/)) return 'partly-seen'
  if (named(/(?<!not )\b(seen|terbaca)\b/)) {
    const doubted = named(/not certain|whether .* is not seen|belum pasti|dibetulkan|mungkin salin|not in the gazetted/)
    return memory || inferred || doubted ? 'partly-seen' : 'seen'
  }
  if (memory) return 'memory'
  if (inferred) return 'inferred'
  throw new Error(`no mark in "${text}"`)
}

const INDONESIAN: [RegExp, string][] = [
  [/sub kegiatan \(?([\d.]+)\)? counts laporan/g, 'sub kegiatan $1 menghitung laporan'],
  [
    /the sub kegiatan ([\d.]+) \(rumah khusus beserta PSU\) counts unit rumah/g,
    'sub kegiatan $1 (rumah khusus beserta PSU) menghitung unit rumah',
  ],
  [/sub kegiatan, nomenclature\) ([\d.]+)/g, 'sub kegiatan $1)'],
  [/Pasal 4 Permendagri 101\/2018 as repeated in a blog/g, 'Pasal 4 Permendagri 101/2018 menurut sebuah blog'],
  [
    /the indicator counts warga negara, one plan prints Kawasan/g,
    'indikator menghitung warga negara, satu rencana mencetak Kawasan',
  ],
  [/12 a year in one plan/g, '12 setahun menurut satu rencana'],
  [
    /Kota Singkawang data definition, 11 services; permakanan paling lama 7 hari/g,
    'definisi data Kota Singkawang, 11 layanan; permakanan paling lama 7 hari',
  ],
  [
    /SDM kesejahteraan sosial is one of the three parts of mutu in PP 2\/2018 Pasal 10\(4\), Kemensos slides/g,
    'SDM kesejahteraan sosial satu dari tiga bagian mutu menurut PP 2/2018 Pasal 10(4), paparan Kemensos',
  ],
  [
    /the kinds peksos\/TKS\/relawan are from a Kota Gorontalo indicator/g,
    'jenis peksos/TKS/relawan dari indikator Kota Gorontalo',
  ],
  [/kind of handling defined in/g, 'jenis penanganan menurut'],
  [/\bdefined in\b/g, 'menurut'],
  [/since replaced by 13\/2023/g, 'sejak itu diganti 13/2023'],
  [/component of the formula, rumus IKK LPPD ([\w.]+) Kota Gorontalo/g, 'unsur rumus IKK LPPD $1, Kota Gorontalo'],
  [/component of the IKK LPPD ([\w.]+) formula, Kota Gorontalo/g, 'unsur rumus IKK LPPD $1, Kota Gorontalo'],
  [/its place as a mutu row( of this jenis)?/g, 'kedudukannya sebagai baris mutu'],
  [
    /that it is one of the four: count 12 - 2 - 6 = 4 plus memory/g,
    'bahwa ia satu dari empat: hitungan 12 - 2 - 6 = 4 dan ingatan',
  ],
  [/worded for all four groups/g, 'berlaku untuk keempat kelompok'],
  [/standard in the nomenclature: up to/g, 'standar nomenklatur: paling banyak'],
  [
    /first two words cut on the slide; the draft annex lists the five faults/g,
    'dua kata pertama terpotong di paparan; rancangan lampiran memuat kelima cacat',
  ],
  [
    /seen as data to collect; whether it is a mutu row in e-SPM is not seen/g,
    'terbaca sebagai data yang dikumpulkan; apakah ia baris mutu e-SPM tidak terbaca',
  ],
  [/PPNS in the kabupaten wording: not certain/g, 'PPNS dalam bunyi untuk kabupaten: tidak pasti'],
  [/provincial wording/g, 'bunyi untuk provinsi'],
  [/(also )?unit as in sub kegiatan/g, 'satuan menurut sub kegiatan'],
  [/unit as in IKK/g, 'satuan menurut IKK'],
  [/\bunit: /g, 'satuan: '],
  [/\bunit Orang\b/g, 'satuan Orang'],
  [/service names?/g, 'nama layanan'],
  [/\bas above\b/g, 'alasan sama'],
  [/\balso sub\b/g, 'juga sub'],
  [/\bper orang per hari\b/g, 'per orang per hari'],
  [/seen-name/g, 'nama terbaca'],
  [/seen-formula/g, 'rumus terbaca'],
  [/seen x2 \(formulir lain; Ciamis/g, 'terbaca di dua formulir (satu daerah lain; Ciamis'],
  [/memory-(low|medium|high)|\bmemory\b/g, 'ingatan'],
  [/\binferred\b/g, 'kesimpulan'],
  [/\bunsure\b/g, 'belum pasti'],
  [/\bseen\b/g, 'terbaca'],
]

/** A mark's text as an admin reads it. */
export const inIndonesian = (text: string): string => INDONESIAN.reduce((t, [from, to]) => t.replace(from, to), text)
