import { file } from '#sync/transport/api.ts'
import { MadePdf } from './MadePdf.tsx'

interface DownloadPaperProps {
  id: string
  /** Of the submission; the last, or the draft of an open report, unless said. */
  n?: number | null
  paper: string
  label: string
  small?: boolean
}

/** An official paper of the report as PDF; that of a draft is marked as one. */
export const DownloadPaper = ({ id, n, paper, label, small }: DownloadPaperProps) => (
  <MadePdf
    label={label}
    small={small}
    ask={() =>
      file('GET /submissions/:id/papers/:paper', {
        params: { id, paper },
        query: n ? { revision: n } : {},
      })
    }
  />
)
