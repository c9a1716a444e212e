import { Link } from 'react-router'
import styles from './Breadcrumb.module.css'
import { Icon } from './icons/Icon.tsx'

export interface Crumb {
  label: string
  to?: string
}

export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Jejak halaman">
      <ol className={styles.list}>
        {items.map((item, n) => (
          <li key={item.label}>
            {n > 0 && <Icon name="chevron-right" size={12} />}
            {item.to ? <Link to={item.to}>{item.label}</Link> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
