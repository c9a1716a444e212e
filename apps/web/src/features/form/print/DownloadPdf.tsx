import { MadePdf } from '#submissions/MadePdf.tsx'
import { file } from '#sync/transport/api.ts'

/** The submission as PDF, for the wet signature of the head. */
export const DownloadPdf = ({ id, n }: { id: string; n: number }) => (
  <MadePdf label="Unduh PDF" ask={() => file('GET /submissions/:id/revisions/:n/pdf', { params: { id, n } })} />
)
