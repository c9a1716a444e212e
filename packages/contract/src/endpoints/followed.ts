import { z } from 'zod'
import { id } from '../wire.ts'

/** What takes part in a list to follow its changes (decision 0118): `changedTo` of the last answer, or an instant. */
export const updatedSince = z.string().min(1).max(400).optional()
const changedTo = z.string().optional()

/** `gone`: ids of lines that are no longer in the list, or no longer in reach. */
export const followedLines = { changedTo, gone: z.array(id).optional() }
/** `replaced`: reports whose figures are given again, all that count. */
export const followedFigures = { changedTo, replaced: z.array(id).optional() }

export const linesNote =
  'Dengan `updatedSince` jawabannya hanya yang berubah sejak itu, menurut urutan perubahannya, masing-masing seperti keadaannya sekarang; `gone` menyebut id yang tidak ada lagi dalam daftar yang ditanyakan, juga karena diserahkan kepada perangkat daerah lain; yang tidak Anda simpan dapat disebut pula. Nilainya `changedTo` dari jawaban sebelumnya, atau saat: segala yang berubah pada atau sesudah saat itu diberikan, dan mungkin sedikit dari menit sebelumnya. Tidak dapat digabung dengan `status`, `open`, `late`, `q`, dan `mine`. Yang bergantung pada jam atau pada catatan lain tidak diberitakan: `late`, `opensAt`, `closesAt`, nama, dan `prerequisites`.'
export const figuresNote =
  'Dengan `updatedSince` jawabannya angka laporan yang berubah sejak itu, menurut urutan perubahannya: buang dahulu semua angka laporan yang disebut `replaced`, lalu ambil `items`. Angka satu laporan tidak pernah terbagi pada dua halaman, maka sebuah halaman dapat lebih panjang dari `limit`. Nilainya `changedTo` dari jawaban sebelumnya, atau saat: segala yang berubah pada atau sesudah saat itu diberikan, dan mungkin sedikit dari menit sebelumnya.'
