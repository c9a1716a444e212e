import { count } from '#ui/numbers.ts'
import { paths } from '#ui/paths.ts'

/** Something incomplete, with the page to complete it. */
export interface MissingItem {
  id: string
  words: string
  why: string
  to: string
}

/** What was read; absent where this post may not read it or it has not arrived yet. */
export interface Known {
  whatsapp?: string
  neverSignedIn?: { shown: number; more: boolean }
  withoutPost?: { shown: number; more: boolean }
  years?: {
    year: number
    periods: number
    missing: number
    unowned?: { rows: number; more: boolean }
    double?: { rows: number; more: boolean }
    added?: number
    /** How many offices owe something and are in no wave for it. */
    outside?: number
  }[]
  unverified?: number
  /** How many people may approve rule sets. */
  approvers?: number
  /** Catalogues with an undecided proposal of a release. */
  proposed?: number
}

const some = (n: number, more: boolean): string => `${more ? 'Lebih dari ' : ''}${count(n)}`

/** Everything incomplete, blocking things first. */
export function missingItems(known: Known): MissingItem[] {
  const { whatsapp, neverSignedIn, withoutPost, years = [], unverified, approvers, proposed } = known
  const lacks: (MissingItem | false | undefined)[] = [
    whatsapp === '' && {
      id: 'contact',
      words: 'Nomor WhatsApp narahubung belum diisi',
      why: 'Halaman masuk dan setiap pesan kesalahan menyebut kepada siapa bertanya.',
      to: paths.admin('pengaturan'),
    },
    ...years.flatMap(({ year, periods, missing, unowned, double, added, outside }) => [
      missing > 0 && {
        id: `periods ${year}`,
        words:
          periods === 0
            ? `Tahun ${year} belum punya periode`
            : `${count(missing)} periode tahun ${year} belum punya tanggal`,
        why: 'Tanpa periode tidak ada kewajiban lapor.',
        to: paths.admin(`tahun/${year}/periode`),
      },
      periods > 0 &&
        unowned &&
        unowned.rows > 0 && {
          id: `unowned ${year}`,
          words: `${some(unowned.rows, unowned.more)} baris tanpa pengampu tahun ${year}`,
          why: 'Tidak ada perangkat daerah yang melaporkannya.',
          to: paths.admin(`tahun/${year}/penugasan`, { keadaan: 'unowned' }),
        },
      periods > 0 &&
        double &&
        double.rows > 0 && {
          id: `double ${year}`,
          words: `${some(double.rows, double.more)} baris berpengampu dua tahun ${year}`,
          why: 'Dua perangkat daerah diminta melaporkan hal yang sama.',
          to: paths.admin(`tahun/${year}/penugasan`, { keadaan: 'double' }),
        },
      outside !== undefined &&
        outside > 0 && {
          id: `outside ${year}`,
          words: `${count(outside)} perangkat daerah belum masuk gelombang tahun ${year}`,
          why: 'Mereka mengampu laporan, tetapi belum dapat mengisinya.',
          to: paths.admin(`tahun/${year}/gelombang`),
        },
      added !== undefined &&
        added > 0 && {
          id: `obligations ${year}`,
          words: `${count(added)} kewajiban lapor tahun ${year} belum dibuat`,
          why: 'Perangkat daerah belum melihatnya di berandanya.',
          to: paths.admin(`tahun/${year}/kewajiban`, { keadaan: 'new' }),
        },
    ]),
    approvers === 0 && {
      id: 'approver',
      words: 'Belum ada yang memegang jabatan pejabat pengesah',
      why: 'Aturan penghitungan yang diusulkan tidak dapat disetujui. Beri jabatan itu kepada seseorang.',
      to: paths.admin('orang'),
    },
    neverSignedIn &&
      neverSignedIn.shown > 0 && {
        id: 'never-signed-in',
        words: `${some(neverSignedIn.shown, neverSignedIn.more)} orang belum pernah masuk`,
        why: 'Terbitkan kode masuk dan sampaikan kepadanya.',
        to: paths.admin('orang', { keadaan: 'belum-masuk' }),
      },
    withoutPost &&
      withoutPost.shown > 0 && {
        id: 'without-post',
        words: `${some(withoutPost.shown, withoutPost.more)} orang tanpa jabatan yang berlaku`,
        why: 'Ia dapat masuk tetapi tidak melihat apa pun. Beri jabatan, atau nonaktifkan.',
        to: paths.admin('orang', { keadaan: 'tanpa-jabatan' }),
      },
    proposed !== undefined &&
      proposed > 0 && {
        id: 'proposed',
        words: `${count(proposed)} katalog mendapat usulan dari rilis baru`,
        why: 'Tinjau dahulu, lalu terbitkan atau tolak. Sampai diputuskan, katalog tetap seperti sekarang.',
        to: paths.admin('katalog'),
      },
    unverified !== undefined &&
      unverified > 0 && {
        id: 'unverified',
        words: `${count(unverified)} baris katalog belum dicocokkan dengan peraturan`,
        why: 'Bandingkan bunyinya dengan peraturannya, lalu tandai. Laporan tetap dapat diisi dan disetujui.',
        to: paths.admin('katalog/belum-dicocokkan'),
      },
  ]
  return lacks.filter((lack): lack is MissingItem => Boolean(lack))
}
