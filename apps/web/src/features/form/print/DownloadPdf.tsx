import { file } from '#sync/transport/api.ts'
import { MadePdf } from './MadePdf.tsx'

/** The submission as PDF, for the wet signature of the head. */
export const DownloadPdf = ({ id, n }: { id: string; n: number }) => (
  <MadePdf label="Unduh PDF" ask={() => file('GET /submissions/:id/revisions/:n/pdf', { params: { id, n } })} />
)
