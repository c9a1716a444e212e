import { problem } from '#http/problem.ts'

export const notSetUp = () =>
  problem('needs-unmet', { detail: 'Verifikasi dua langkah belum dipasang. Mulai memasangnya dahulu.' })
