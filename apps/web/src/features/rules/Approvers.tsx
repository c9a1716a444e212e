import { roleLabels } from '@sepakat/rules/access/roles.ts'
import { typesThatDiffer } from '@sepakat/rules/rule-sets/typesThatDiffer.ts'
import { reportTypesText } from '#administration/reportTypes.ts'
import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'
import { type Approver, type RuleSetLine, rulesOf } from './queries.ts'

interface ApproversProps {
  set: RuleSetLine
  /** The set in force until it is approved. */
  beside: RuleSetLine | undefined
  approvers: readonly Approver[]
  /** May assign posts. */
  managesPeople: boolean
}

/** Which post approves a proposal, and who holds it today. */
export function Approvers({ set, beside, approvers, managesPeople }: ApproversProps) {
  const types = beside ? typesThatDiffer(rulesOf(set), rulesOf(beside)) : []
  const able = approvers.filter(
    ({ reportTypes }) => reportTypes.length === 0 || types.every(type => reportTypes.includes(type)),
  )
  if (able.length === 0)
    return (
      <Callout
        tone="warn"
        title={
          approvers.length === 0
            ? 'Belum ada yang memegang jabatan pejabat pengesah'
            : `Belum ada pejabat pengesah untuk ${reportTypesText(types)}`
        }
        actions={
          managesPeople && (
            <LinkButton small to={paths.admin('orang')}>
              Beri jabatan
            </LinkButton>
          )
        }
      >
        Aturan penghitungan{types.length > 0 && ` untuk ${reportTypesText(types)}`} disetujui oleh pejabat pengesah
        seluruh daerah.
        {approvers.length > 0 &&
          ` Yang ada: ${approvers.map(one => `${holder(one)} (${reportTypesText(one.reportTypes)})`).join('; ')}.`}{' '}
        {managesPeople ? 'Beri jabatan itu kepada seseorang.' : 'Mintalah pengelola sistem memberi jabatan itu.'}
      </Callout>
    )
  return (
    <Callout title="Menunggu persetujuan">
      Disetujui oleh pejabat pengesah: {able.map(holder).join('; ')}. Pengusul tidak menyetujui usulannya sendiri.
    </Callout>
  )
}

/** `Drs. Syamsul Bahri, Asisten Pemerintahan`; without the title where it is only the role's. */
const holder = ({ name, post }: Approver): string => (post === roleLabels.approver ? name : `${name}, ${post}`)
