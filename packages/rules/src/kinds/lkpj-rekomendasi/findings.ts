import type { Kind } from '../../types/Kind.ts'

const withoutOffice = () => 'Belum ada perangkat daerah yang dituju: tidak ada yang akan menjawabnya. Tambahkan.'

export const findings = {
  'recommendation-without-office': { level: 'wrong', table: 'recommendations', message: withoutOffice },
  'policy-without-office': { level: 'wrong', table: 'policies', message: withoutOffice },
  'office-twice': {
    level: 'wrong',
    table: 'addressees',
    message: () => 'Perangkat daerah ini sudah dituju. Hapus salah satu.',
  },
} as const satisfies Kind['findings']
