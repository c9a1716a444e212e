import { DownloadPaper } from '#submissions/DownloadPaper.tsx'

interface PaperButtonsProps {
  id: string
  n?: number | null
  /** Of the kind of the report: id → name. */
  papers: Record<string, string>
  small?: boolean
}

/** A button for each official paper of the report. */
export const PaperButtons = ({ papers, ...of }: PaperButtonsProps) =>
  Object.entries(papers).map(([paper, name]) => (
    <DownloadPaper key={paper} {...of} paper={paper} label={`Cetak ${name}`} />
  ))
