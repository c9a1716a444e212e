import { type Result, type Status, statusLabels } from '@sepakat/rules'

const locked: Record<(Result & { result: 'locked' })['why'], string> = {
  status: 'Bagian ini sedang tidak terbuka untuk diisi',
  period: 'Periode ini sudah ditutup; mintalah perpanjangan kepada koordinator',
  contribution: 'Bagian ini diserahkan kepada unit lain, atau sudah Anda nyatakan selesai',
  writer: 'Isian ini diisi pihak lain: penilai atau perangkat daerahnya',
  claim: 'Laporan ini sedang diperiksa penilai lain',
}

/** Why one change of an all-or-nothing request was refused, as an entry of a problem's `errors`. */
export const changeRefusal = (result: Result): { code: string; message: string } => {
  switch (result.result) {
    case 'bad-shape':
      return { code: result.code, message: result.message }
    case 'locked':
      return { code: 'locked', message: `${locked[result.why]} (${statusLabels[result.status as Status]}).` }
    case 'conflict':
      return { code: 'conflict', message: 'Isian atau baris ini sudah diubah orang lain. Baca lagi, lalu ulangi.' }
    default:
      return { code: result.result, message: 'Perubahan ini sendiri dapat diterima.' }
  }
}
