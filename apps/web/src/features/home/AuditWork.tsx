import { reportTypes as allTypes } from '@sepakat/rules/reportTypes.ts'
import { AuditState } from '#administration/AuditState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'

/** The trail is one, of all offices and report types. */
export const readsWholeTrail = ({
  region,
  reportTypes,
}: {
  region: boolean
  reportTypes: readonly string[]
}): boolean => region && (reportTypes.length === 0 || allTypes.every(type => reportTypes.includes(type)))

/** Whether history is whole, and the way to the trail: the first thing an auditor comes for. */
export const AuditWork = () => (
  <AuditState
    brief={
      <p>
        <LinkButton to={paths.admin('jejak-audit')} icon="history">
          Buka jejak audit
        </LinkButton>
      </p>
    }
  />
)
