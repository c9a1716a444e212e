import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates, useMay } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { useIntention } from '#sync/transport/useIntention.ts'
import { Button } from '#ui/Button.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { actions, Table } from '#ui/Table.tsx'
import { EditionStatusTag } from './EditionStatusTag.tsx'
import type { Edition } from './queries.ts'

/** All versions of this report, each to be compared with this one; and the next, once the last is frozen. */
export function Versions({ edition: { id, type, period, versions, before } }: { edition: Edition }) {
  const dates = useDates()
  const navigate = useNavigate()
  const invalidate = useInvalidate()
  const keyOf = useIntention()
  const mayOpen = useMay('edition.manage') && versions.every(({ status }) => status === 'frozen')
  const opening = useMutation({
    mutationFn: async () => {
      const body = { type, period }
      const next = await api('POST /editions', { body, idempotencyKey: keyOf(body) })
      await invalidate('GET /editions', 'GET /editions/:id')
      navigate(paths.edition(next.id))
    },
  })
  return (
    <Part title="Versi">
      <Table
        caption="Versi laporan ini"
        rows={versions}
        rowKey={version => version.id}
        columns={[
          {
            id: 'version',
            head: 'Versi',
            rowHead: true,
            cell: version =>
              version.id === id ? (
                `Versi ${version.version} (ini)`
              ) : (
                <Link to={paths.edition(version.id)}>Versi {version.version}</Link>
              ),
          },
          { id: 'status', head: 'Status', cell: ({ status }) => <EditionStatusTag status={status} /> },
          { id: 'at', head: 'Sejak', cell: ({ statusAt }) => dates.short(statusAt) },
          actions<Edition['versions'][number]>(version =>
            version.id === id ? null : (
              <Link to={paths.editionCompare(id, version.id)}>Bandingkan dengan versi {version.version}</Link>
            ),
          ),
        ]}
      />
      {before && (
        <p>
          <Link to={paths.editionCompare(id, before)}>Bandingkan dengan laporan periode sebelumnya</Link>
        </p>
      )}
      {mayOpen && (
        <Button icon="plus" busy={opening.isPending && 'Menyiapkan…'} onClick={() => opening.mutate()}>
          Susun versi berikutnya
        </Button>
      )}
      {opening.isError && <ProblemPanel error={opening.error} />}
    </Part>
  )
}
