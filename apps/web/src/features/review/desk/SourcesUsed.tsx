import { sourceTitle } from '../../../lib/formNames.ts'
import { useDesk } from '../DeskContext.ts'

const standings: Record<string, string> = {
  approved: 'disetujui',
  'handed-in': 'dikirim, belum disetujui',
  draft: 'masih draf',
  given: 'disertakan pengirim',
}

/** With which other reports it was computed, and how those stood then. */
export function SourcesUsed() {
  const { body, kind } = useDesk().sheet
  const used = Object.entries(body.sources)
  if (!kind || used.length === 0) return null
  const said = used.map(
    ([name, { status, revision }]) =>
      `${sourceTitle(kind, body, name)} (${revision === null ? '' : `kiriman ke-${revision}, `}${standings[status] ?? status})`,
  )
  return `Dihitung bersama ${said.join('; ')}.`
}
