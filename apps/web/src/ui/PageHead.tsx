import { createContext, type ReactNode, useContext } from 'react'
import { Breadcrumb, type Crumb } from './Breadcrumb.tsx'
import { cx } from './cx.ts'
import styles from './PageHead.module.css'
import { usePageTitle } from './usePageTitle.ts'

/** The help button of the current page, shown by its heading; null for none. */
export const PageHelp = createContext<ReactNode>(null)

export interface PageHeadProps {
  title: string
  /** The document's title where it must say more than the heading. */
  documentTitle?: string
  crumbs?: readonly Crumb[]
  /** Tags beside the title. */
  tags?: ReactNode
  intro?: ReactNode
  actions?: ReactNode
  /** In two lines, where the page below is a workbench. */
  slim?: boolean
}

/** The heading of every page: sets the document's title and takes the focus on navigation. */
export function PageHead({ title, documentTitle, crumbs, tags, intro, actions, slim }: PageHeadProps) {
  const heading = usePageTitle(documentTitle ?? title)
  const help = useContext(PageHelp)
  return (
    <div className={cx(styles.head, slim && styles.slim)}>
      {crumbs && <Breadcrumb items={crumbs} />}
      <div className={styles.line}>
        <div className={cx(styles.title, !tags && styles.bare)}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {(tags || help) && (
            <span className={styles.beside}>
              {tags}
              {help}
            </span>
          )}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {intro && <div className={styles.intro}>{intro}</div>}
    </div>
  )
}
