import type { ComponentProps, ReactNode } from 'react'
import { Link } from 'react-router'
import { type ButtonLook, buttonClass } from './Button.tsx'
import { Icon } from './icons/Icon.tsx'

/** A link that looks like a button because it is the main action. */
export function LinkButton({
  kind,
  small,
  wide,
  icon,
  children,
  className,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook & { children: ReactNode }) {
  return (
    <Link {...rest} className={buttonClass({ kind, small, wide }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
