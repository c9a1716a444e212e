import { useQuery } from '@tanstack/react-query'
import styles from '#administration/Admin.module.css'
import { cataloguesQuery } from '#administration/queries.ts'
import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'

/** A release has other rows for this catalogue, pending a decision. */
export function ProposalNotice({ form }: { form: string }) {
  const heads = useQuery(cataloguesQuery)
  const proposal = heads.data?.items.find(one => one.form === form)?.proposal
  if (!proposal) return null
  const link = <LinkButton to={paths.admin(`katalog/${form}/usulan`)}>Tinjau usulan</LinkButton>
  return (
    <div className={styles.notice}>
      {proposal.status === 'declined' ? (
        <Callout title="Usulan dari rilis baru sudah ditolak" actions={link} />
      ) : (
        <Callout tone="warn" title="Rilis baru membawa baris yang berbeda" actions={link}>
          Belum ada yang berubah. Tinjau dahulu, lalu terbitkan atau tolak.
        </Callout>
      )}
    </div>
  )
}
