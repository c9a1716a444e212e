import { Menu as MantineMenu } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons/Icon.tsx'
import styles from './Menu.module.css'

export interface MenuItem {
  id: string
  label: ReactNode
  icon?: IconName
  danger?: boolean
  onSelect: () => void
}

/** A few actions behind one button. `trigger` is one button element that takes a ref. */
export function Menu({
  trigger,
  label,
  items,
  note,
}: {
  trigger: ReactElement
  label: string
  items: readonly MenuItem[]
  note?: ReactNode
}) {
  return (
    <MantineMenu
      unstyled
      withinPortal={false}
      hideDetached={false}
      position="bottom-end"
      floatingStrategy="fixed"
      transitionProps={{ duration: 0 }}
    >
      <MantineMenu.Target>{trigger}</MantineMenu.Target>
      <MantineMenu.Dropdown className={styles.menu} aria-label={label}>
        {note && <div className={styles.label}>{note}</div>}
        {items.map(item => (
          <MantineMenu.Item
            key={item.id}
            className={cx(styles.item, item.danger && styles.danger)}
            onClick={item.onSelect}
          >
            <MenuLine {...item} />
          </MantineMenu.Item>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}

function MenuLine({ icon, label }: MenuItem) {
  return (
    <span style={{ display: 'flex', gap: 10, alignItems: 'center' }}>
      {icon && <Icon name={icon} />}
      <span>{label}</span>
    </span>
  )
}
