import { Link } from 'react-router'
import admin from '#administration/Admin.module.css'
import { adminPages, mayUse } from '#administration/adminPages.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useMe } from '#sync/session/me.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import styles from './LandingPage.module.css'
import { useMissing } from './useMissing.ts'

/** What is incomplete now, and links to every section of administration. */
export default function LandingPage() {
  const { permissions } = useMe()
  const { lacks, pending, error, retry } = useMissing()
  return (
    <>
      <PageHead title="Pengelolaan" />
      <Parts>
        <Part title="Yang perlu diurus">
          {error !== null && <ProblemPanel error={error} onRetry={retry} />}
          {lacks.length > 0 && (
            <ul className={styles.list}>
              {lacks.map(lack => (
                <li key={lack.id} className={styles.lack}>
                  <Icon name="alert" />
                  <span>
                    <Link to={lack.to}>{lack.words}</Link>
                    <span className={admin.small}>{lack.why}</span>
                  </span>
                </li>
              ))}
            </ul>
          )}
          {pending && <SkeletonRows rows={3} label="Memeriksa yang belum lengkap…" />}
          {!pending && error === null && lacks.length === 0 && (
            <Callout tone="good" title="Tidak ada yang perlu diurus sekarang" />
          )}
        </Part>
        <Part title="Bagian pengelolaan">
          <ul className={styles.list}>
            {adminPages
              .filter(page => mayUse(page, permissions))
              .map(page => (
                <li key={page.path} className={styles.page}>
                  <Icon name={page.icon} />
                  <span>
                    <Link to={paths.admin(page.path)}>{page.label}</Link>
                    <span className={admin.small}>{page.about}</span>
                  </span>
                </li>
              ))}
          </ul>
        </Part>
      </Parts>
    </>
  )
}
